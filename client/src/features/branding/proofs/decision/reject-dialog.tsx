import { rejectProof } from '@qafila/shared/branding/decisions.contract';
import type { ProofView } from '@qafila/shared/branding/proof-views';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../../ui/dialog';
import { sayDone } from '../../../../ui/toast';
import { AnswerForm } from '../answer-form';
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
  const { t } = useTranslation('proofs');
  const [reason, setReason] = useState('');
  const decide = useDecide(rejectProof, proof, () => {
    sayDone(t('reject.done'));
    onClose();
  });
  const said = reason.trim();
  return (
    <>
      <p>{t('reject.text')}</p>
      <AnswerForm
        label={t('reject.reason')}
        value={reason}
        onChange={setReason}
        error={decide.error}
        onClose={onClose}
        confirm={{
          text: t('reject.confirm'),
          kind: 'danger',
          isBusy: decide.isPending,
          reason: said === '' ? t('reject.need') : undefined,
          run: () => decide.mutate({ params: { id: proof.id }, body: { reason: said } }),
        }}
      />
    </>
  );
}
