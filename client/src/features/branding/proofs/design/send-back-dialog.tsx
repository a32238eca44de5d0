import { sendBackProof } from '@qafila/shared/branding/design-proofs.contract';
import type { DesignProofView } from '@qafila/shared/branding/proof-views';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../../lib/call';
import { Button } from '../../../../ui/button';
import { Dialog } from '../../../../ui/dialog';
import { Field } from '../../../../ui/field';
import { ErrorLine } from '../../../../ui/states';
import { sayDone } from '../../../../ui/toast';
import { STORE_SIDE } from '../side';
import { useFreshProof } from '../use-review';

interface SendBackProps {
  readonly proof: DesignProofView;
  readonly onClose: () => void;
}

/** The gatekeeper returns a version; its maker reads why. */
export function SendBackDialog({ proof, onClose }: SendBackProps): ReactNode {
  const { t } = useTranslation(['gate', 'ui']);
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
      <Field label={t('back.reason')}>
        {({ id }) => (
          <textarea
            id={id}
            className="input"
            rows={3}
            dir="auto"
            maxLength={4000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <ErrorLine error={back.error} />
      <div className="inline proof-form-steps">
        <Button kind="quiet" onClick={onClose}>
          {t('ui:cancel')}
        </Button>
        <Button
          kind="primary"
          busy={back.isPending}
          onClick={() => back.mutate()}
          {...(text.trim() === '' ? { reason: t('back.need') } : {})}
        >
          {t('back.confirm')}
        </Button>
      </div>
    </Dialog>
  );
}
