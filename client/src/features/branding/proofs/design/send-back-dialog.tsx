import { sendBackProof } from '@qafila/shared/branding/design-proofs.contract';
import type { DesignProofView } from '@qafila/shared/branding/proof-views';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../../lib/call';
import { Dialog } from '../../../../ui/dialog';
import { sayDone } from '../../../../ui/toast';
import { AnswerForm } from '../answer-form';
import { STORE_SIDE } from '../side';
import { useFreshProof } from '../use-review';

interface SendBackProps {
  readonly proof: DesignProofView;
  readonly onClose: () => void;
}

/** The gatekeeper returns a version; its maker reads why. */
export function SendBackDialog({ proof, onClose }: SendBackProps): ReactNode {
  const { t } = useTranslation('gate');
  const refresh = useFreshProof(STORE_SIDE, proof.id);
  const [text, setText] = useState('');
  const back = useMutation({
    mutationFn: () =>
      call(sendBackProof, { params: { id: proof.id }, body: { text: text.trim() }, ifMatch: proof.revision }),
    onSuccess: async () => {
      sayDone(t('back.done'));
      await refresh();
      onClose();
    },
  });
  return (
    <Dialog title={t('back.title', { version: proof.version })} isOpen onClose={onClose}>
      <AnswerForm
        label={t('back.reason')}
        value={text}
        onChange={setText}
        error={back.error}
        onClose={onClose}
        confirm={{
          text: t('back.confirm'),
          kind: 'primary',
          isBusy: back.isPending,
          reason: text.trim() === '' ? t('back.need') : undefined,
          run: () => back.mutate(),
        }}
      />
    </Dialog>
  );
}
