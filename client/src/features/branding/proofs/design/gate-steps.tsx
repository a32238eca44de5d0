import { handInProof, sendProof } from '@qafila/shared/branding/design-proofs.contract';
import type { DesignProofView } from '@qafila/shared/branding/proof-views';
import { useMutation } from '@tanstack/react-query';
import { Send, Undo2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, newKey } from '../../../../lib/call';
import { useSay } from '../../../../lib/i18n/say';
import { Button } from '../../../../ui/button';
import { Card } from '../../../../ui/card';
import { Dialog } from '../../../../ui/dialog';
import { ErrorLine } from '../../../../ui/states';
import { sayDone } from '../../../../ui/toast';
import { STORE_SIDE } from '../side';
import { useFreshProof } from '../use-review';
import { SendBackDialog } from './send-back-dialog';

type Step = 'hand_in' | 'send_back' | 'send';
interface StepsProps {
  readonly proof: DesignProofView;
}

/** Why a step is not possible now, from the reasons of the reply. */
function useReasons(proof: DesignProofView) {
  const say = useSay();
  const open = proof.todos.filter(({ isDone }) => !isDone).length;
  return (step: Step): { reason?: string } => {
    const action = proof.actions.find((each) => each.step === step);
    const [code] = action?.allowed === false ? action.reasons : [];
    return code === undefined ? {} : { reason: say.reason({ code, params: { count: open } }) };
  };
}

/** The way of a version: from its maker to the gatekeeper, and from there on or back. */
export function GateSteps({ proof }: StepsProps): ReactNode {
  const { t } = useTranslation('gate');
  const reasonOf = useReasons(proof);
  const refresh = useFreshProof(STORE_SIDE, proof.id);
  const [open, setOpen] = useState<'send' | 'send_back' | null>(null);
  const handIn = useMutation({
    mutationFn: () => call(handInProof, { params: { id: proof.id }, ifMatch: proof.revision }),
    onSuccess: () => sayDone(t('handedIn')),
    onSettled: refresh,
  });
  if (proof.state !== 'draft' && proof.state !== 'internal_review') return null;
  if (proof.state === 'draft')
    return (
      <Card title={t('steps.draft')}>
        <p className="small">{t('steps.draftText')}</p>
        <Button
          kind="primary"
          wide
          icon={Send}
          flipIcon
          busy={handIn.isPending}
          onClick={() => handIn.mutate()}
          {...reasonOf('hand_in')}
        >
          {t('steps.handIn')}
        </Button>
        <ErrorLine error={handIn.error} />
      </Card>
    );
  return (
    <Card title={t('steps.gate')}>
      <p className="small">{t('steps.gateText')}</p>
      <div className="proof-decide-steps">
        <Button
          kind="primary"
          wide
          icon={Send}
          flipIcon
          onClick={() => setOpen('send')}
          {...reasonOf('send')}
        >
          {t('steps.send')}
        </Button>
        <Button wide icon={Undo2} flipIcon onClick={() => setOpen('send_back')} {...reasonOf('send_back')}>
          {t('steps.sendBack')}
        </Button>
      </div>
      {open === 'send' && <SendDialog proof={proof} onClose={() => setOpen(null)} />}
      {open === 'send_back' && <SendBackDialog proof={proof} onClose={() => setOpen(null)} />}
    </Card>
  );
}

function SendDialog({ proof, onClose }: StepsProps & { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation(['gate', 'ui']);
  const refresh = useFreshProof(STORE_SIDE, proof.id);
  const [idempotencyKey] = useState(newKey);
  const send = useMutation({
    mutationFn: () => call(sendProof, { params: { id: proof.id }, ifMatch: proof.revision, idempotencyKey }),
    onSuccess: async () => {
      sayDone(t('sent'));
      await refresh();
      onClose();
    },
  });
  const internal = proof.notes.filter(({ visibility }) => visibility === 'internal').length;
  return (
    <Dialog title={t('send.title', { version: proof.version })} isOpen onClose={onClose} size="small">
      <p>{t('send.text')}</p>
      {internal > 0 && <p className="small muted">{t('send.internal', { count: internal })}</p>}
      <ErrorLine error={send.error} />
      <div className="inline proof-form-steps">
        <Button kind="quiet" onClick={onClose}>
          {t('ui:cancel')}
        </Button>
        <Button kind="primary" busy={send.isPending} onClick={() => send.mutate()}>
          {t('send.confirm')}
        </Button>
      </div>
    </Dialog>
  );
}
