import { MESSAGE_MAX } from '@qafila/shared/branding/briefs.contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button';
import { ErrorLine } from '../../../ui/states';
import { TextArea } from '../briefs/text-area';

interface AnswerFormProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly error: unknown;
  readonly confirm: {
    readonly text: string;
    readonly kind: 'primary' | 'danger';
    readonly isBusy: boolean;
    /** What is still wanted before it can be sent. */
    readonly reason: string | undefined;
    readonly run: () => void;
  };
  readonly onClose: () => void;
}

/** The words that go with a version on its way back, and the step that sends them. */
export function AnswerForm({ label, value, onChange, error, confirm, onClose }: AnswerFormProps): ReactNode {
  const { t } = useTranslation('ui');
  return (
    <>
      <TextArea label={label} rows={3} maxLength={MESSAGE_MAX} value={value} onChange={onChange} />
      <ErrorLine error={error} />
      <div className="inline proof-form-steps">
        <Button kind="quiet" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button
          kind={confirm.kind}
          busy={confirm.isBusy}
          onClick={confirm.run}
          {...(confirm.reason === undefined ? {} : { reason: confirm.reason })}
        >
          {confirm.text}
        </Button>
      </div>
    </>
  );
}
