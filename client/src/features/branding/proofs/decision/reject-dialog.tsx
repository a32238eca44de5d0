import { rejectProof } from '@qafila/shared/branding/decisions.contract';
import type { ProofView } from '@qafila/shared/branding/proof-views';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../ui/button';
import { Dialog } from '../../../../ui/dialog';
import { Field } from '../../../../ui/field';
import { ErrorLine } from '../../../../ui/states';
import { sayDone } from '../../../../ui/toast';
import { useDecide } from './use-decide';

interface RejectDialogProps {
  readonly proof: ProofView;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Refuses the version as a whole, with the reason the design team reads. */
export function RejectDialog({ proof, isOpen, onClose }: RejectDialogProps): ReactNode {
  const { t } = useTranslation('proofs');
  return (
    <Dialog title={t('reject.title', { version: proof.version })} isOpen={isOpen} onClose={onClose}>
      <Form proof={proof} onClose={onClose} />
    </Dialog>
  );
}

function Form({ proof, onClose }: Omit<RejectDialogProps, 'isOpen'>): ReactNode {
  const { t } = useTranslation(['proofs', 'ui']);
  const [reason, setReason] = useState('');
  const decide = useDecide(rejectProof, proof, () => {
    sayDone(t('reject.done'));
    onClose();
  });
  const isEmpty = reason.trim() === '';
  return (
    <>
      <p>{t('reject.text')}</p>
      <Field label={t('reject.reason')}>
        {({ id }) => (
          <textarea
            id={id}
            className="input"
            rows={3}
            dir="auto"
            maxLength={4000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <ErrorLine error={decide.error} />
      <div className="inline proof-form-steps">
        <Button kind="quiet" onClick={onClose}>
          {t('ui:cancel')}
        </Button>
        <Button
          kind="danger"
          busy={decide.isPending}
          onClick={() => decide.mutate({ params: { id: proof.id }, body: { reason: reason.trim() } })}
          {...(isEmpty ? { reason: t('reject.need') } : {})}
        >
          {t('reject.confirm')}
        </Button>
      </div>
    </>
  );
}
