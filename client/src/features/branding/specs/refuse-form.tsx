import { MESSAGE_MAX } from '@qafila/shared/branding/briefs.contract';
import type { DesignSpecView } from '@qafila/shared/branding/production-spec-views';
import { refuseSpec } from '@qafila/shared/branding/production-specs.contract';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../lib/call';
import { useSay } from '../../../lib/i18n/say';
import { useIntention } from '../../../lib/intention';
import { Button } from '../../../ui/button';
import { ErrorLine } from '../../../ui/states';
import { sayDone } from '../../../ui/toast';
import { TextArea } from '../briefs/text-area';
import { useCheckStep } from './use-check-step';

interface RefuseProps {
  readonly spec: DesignSpecView;
  readonly onClose: () => void;
}

/** Why a spec cannot be produced, in words the trader reads too. */
export function RefuseForm({ spec, onClose }: RefuseProps): ReactNode {
  const { t } = useTranslation('checks');
  const say = useSay();
  const intention = useIntention();
  const [reason, setReason] = useState('');
  const refuse = useCheckStep(spec.id, {
    run: () =>
      intention.send({ reason }, (body, idempotencyKey) =>
        call(refuseSpec, { params: { id: spec.id }, ifMatch: spec.revision, idempotencyKey, body }),
      ),
    onDone: () => {
      sayDone(t('refuse.done'));
      onClose();
    },
  });
  const isEmpty = reason.trim() === '';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isEmpty || refuse.isPending) return;
    refuse.mutate();
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <p>{t('refuse.say')}</p>
      <TextArea
        label={t('refuse.reason')}
        hint={t('refuse.hint')}
        rows={4}
        maxLength={MESSAGE_MAX}
        value={reason}
        error={say.field(refuse.error, 'reason')}
        onChange={setReason}
      />
      <ErrorLine error={refuse.error} />
      <div className="dialog-actions">
        <Button onClick={onClose}>{t('ui:cancel')}</Button>
        <Button
          kind="danger"
          type="submit"
          busy={refuse.isPending}
          {...(isEmpty ? { reason: t('refuse.typeFirst') } : {})}
        >
          {t('refuse.do')}
        </Button>
      </div>
    </form>
  );
}
