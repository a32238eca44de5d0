import {
  approveFactorCase,
  type FactorCaseView,
  refuseFactorCase,
} from '@qafila/shared/identity/lost-factor.contract';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSay } from '../../../lib/i18n/say';
import { usePermission } from '../../../lib/session';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { CodeConfirm } from '../../../ui/code-confirm';
import { Dialog } from '../../../ui/dialog';
import { Field } from '../../../ui/field';
import { sayDone } from '../../../ui/toast';

const OPEN: readonly FactorCaseView['state'][] = ['open', 'first_approved', 'approved'];
const LEAST_NOTE = 10;
type Decision = 'approve' | 'refuse';

interface DecideCaseProps {
  readonly view: FactorCaseView;
  readonly onDecided: () => void;
}

/** Approve (two different people) or refuse (one is enough), each with a note and a fresh code. */
export function DecideCase({ view, onDecided }: DecideCaseProps): ReactNode {
  const { t } = useTranslation('identity');
  const say = useSay();
  const mayDecide = usePermission('factor-case:decide');
  const [open, setOpen] = useState<Decision | null>(null);
  if (!OPEN.includes(view.state) || !mayDecide) return null;
  const isSecond = view.state === 'first_approved';
  const why = view.canApprove ? undefined : say.reason({ code: 'SECOND_PERSON_NEEDED', params: {} });
  return (
    <Card title={t('cases.decide')}>
      <p className="small muted">{t(isSecond ? 'cases.secondText' : 'cases.firstText')}</p>
      <div className="inline case-actions">
        {view.state !== 'approved' && (
          <Button
            kind="primary"
            onClick={() => setOpen('approve')}
            {...(why === undefined ? {} : { reason: why })}
          >
            {t(isSecond ? 'cases.approveSecond' : 'cases.approve')}
          </Button>
        )}
        <Button kind="danger" onClick={() => setOpen('refuse')}>
          {t('cases.refuse')}
        </Button>
      </div>
      {open && (
        <DecideDialog
          view={view}
          decision={open}
          onClose={() => setOpen(null)}
          onDone={() => {
            setOpen(null);
            onDecided();
          }}
        />
      )}
    </Card>
  );
}

interface DecideDialogProps {
  readonly view: FactorCaseView;
  readonly decision: Decision;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function DecideDialog({ view, decision, onClose, onDone }: DecideDialogProps): ReactNode {
  const { t } = useTranslation('identity');
  const client = useQueryClient();
  const [note, setNote] = useState('');
  const input = useMemo(
    () => ({ params: { id: view.id }, ifMatch: view.version, body: { note } }),
    [view.id, view.version, note],
  );
  const isApproval = decision === 'approve';
  const verb = isApproval ? (view.state === 'first_approved' ? 'approveSecond' : 'approve') : 'refuse';
  const done = (): void => {
    sayDone(t(`cases.done.${verb}`));
    void client.invalidateQueries({ queryKey: ['factor-cases'] });
    onDone();
  };
  return (
    <Dialog title={t(`cases.${verb}`)} isOpen onClose={onClose}>
      <p>{t(`cases.means.${verb}`, { name: `\u2068${view.person.name}\u2069` })}</p>
      <Field label={t('cases.note')} hint={t('cases.noteHint')}>
        {({ id, describedBy }) => (
          <textarea
            id={id}
            className="input"
            dir="auto"
            rows={3}
            maxLength={1000}
            data-autofocus
            aria-describedby={describedBy}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
      <CodeConfirm
        endpoint={isApproval ? approveFactorCase : refuseFactorCase}
        input={input}
        confirm={t(`cases.${verb}`)}
        danger={!isApproval}
        reason={note.trim().length < LEAST_NOTE ? t('cases.noteFirst') : undefined}
        onDone={done}
        onClose={onClose}
      />
    </Dialog>
  );
}
