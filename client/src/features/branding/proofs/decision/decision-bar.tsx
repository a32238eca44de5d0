import type { ProofState } from '@qafila/shared/branding/branding.lifecycle';
import type { ProofView } from '@qafila/shared/branding/proof-views';
import { Check, MessageSquareWarning, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSay } from '../../../../lib/i18n/say';
import { Button } from '../../../../ui/button';
import { Card } from '../../../../ui/card';
import { isUnsettled } from '../notes/filter-notes';
import { ApproveDialog } from './approve-dialog';
import { ChangesDialog } from './changes-dialog';
import { RejectDialog } from './reject-dialog';

const STEPS = ['approve', 'require_changes', 'reject'] as const;
type Step = (typeof STEPS)[number];
/** An answer is awaited. */
const WAITS: readonly ProofState[] = ['sent', 'viewed'];

/** The three answers to a version; each says what it means before it is given. */
export function DecisionBar({ proof }: { readonly proof: ProofView }): ReactNode {
  const { t } = useTranslation('proofs');
  const say = useSay();
  const [open, setOpen] = useState<Step | null>(null);
  const actionOf = (step: Step) => proof.actions.find((action) => action.step === step);
  const reasonOf = (step: Step): { reason?: string } => {
    const action = actionOf(step);
    if (!action || action.allowed) return {};
    const [code] = action.reasons;
    return code === undefined ? {} : { reason: say.reason({ code, params: {} }) };
  };
  if (!WAITS.includes(proof.state)) return null;
  const isMine = proof.actions.some(({ step, allowed }) => allowed && STEPS.some((each) => each === step));
  if (!isMine)
    return (
      <Card title={t('decide.title')}>
        <p className="reason">{reasonOf('approve').reason}</p>
      </Card>
    );
  const close = (): void => setOpen(null);
  const waiting = proof.notes.filter(isUnsettled).length;
  return (
    <Card title={t('decide.title')} className="proof-decide">
      <p className="small">{t(waiting > 0 ? 'decide.withNotes' : 'decide.without', { count: waiting })}</p>
      <div className="proof-decide-steps">
        <Button kind="primary" wide icon={Check} onClick={() => setOpen('approve')} {...reasonOf('approve')}>
          {t('decide.approve', { version: proof.version })}
        </Button>
        <Button
          wide
          icon={MessageSquareWarning}
          onClick={() => setOpen('require_changes')}
          {...reasonOf('require_changes')}
        >
          {t('decide.changes')}
        </Button>
        <Button kind="quiet" wide icon={X} onClick={() => setOpen('reject')} {...reasonOf('reject')}>
          {t('decide.reject')}
        </Button>
      </div>
      <ApproveDialog proof={proof} isOpen={open === 'approve'} onClose={close} />
      <ChangesDialog proof={proof} isOpen={open === 'require_changes'} onClose={close} />
      <RejectDialog proof={proof} isOpen={open === 'reject'} onClose={close} />
    </Card>
  );
}
