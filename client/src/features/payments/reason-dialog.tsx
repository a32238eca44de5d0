import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSay } from '../../lib/i18n/say';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { TextField } from '../../ui/field';
import { ErrorLine } from '../../ui/states';

const SHORTEST = 3;
const LONGEST = 200;

/** True for words that say something. */
export const isReason = (text: string): boolean => text.trim().length >= SHORTEST;

interface ReasonFieldProps {
  readonly hint: string;
  readonly value: string;
  readonly onChange: (reason: string) => void;
  readonly error: unknown;
  readonly isFirst?: boolean;
}

/** Why something is done by hand; kept in the trail. */
export function ReasonField({ hint, value, onChange, error, isFirst = false }: ReasonFieldProps): ReactNode {
  const { t } = useTranslation('payments');
  const say = useSay();
  return (
    <TextField
      label={t('reason.label')}
      hint={hint}
      maxLength={LONGEST}
      value={value}
      onChange={onChange}
      error={say.field(error, 'reason')}
      {...(isFirst ? { 'data-autofocus': true } : {})}
    />
  );
}

interface ReasonDialogProps {
  readonly title: string;
  /** What will happen, in a sentence or two. */
  readonly lead: string;
  readonly hint: string;
  readonly action: string;
  readonly isBusy: boolean;
  readonly error: unknown;
  readonly onConfirm: (reason: string) => void;
  readonly onClose: () => void;
}

/** One step of the desk that needs its reason: says what happens, asks why. */
export function ReasonDialog(props: ReasonDialogProps): ReactNode {
  const { t } = useTranslation(['payments', 'ui']);
  const [reason, setReason] = useState('');
  const isReady = isReason(reason);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isReady && !props.isBusy) props.onConfirm(reason.trim());
  };
  return (
    <Dialog title={props.title} isOpen onClose={props.onClose}>
      <form className="stack" onSubmit={submit}>
        <p>{props.lead}</p>
        <ReasonField hint={props.hint} value={reason} onChange={setReason} error={props.error} isFirst />
        <ErrorLine error={props.error} />
        <div className="inline review-steps">
          <Button kind="quiet" onClick={props.onClose}>
            {t('ui:cancel')}
          </Button>
          <Button
            kind="primary"
            type="submit"
            busy={props.isBusy}
            {...(isReady ? {} : { reason: t('reason.needed') })}
          >
            {props.action}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
