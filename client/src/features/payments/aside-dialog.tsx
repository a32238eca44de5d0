import { ignoreLine } from '@qafila/shared/payments/payments.contract';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, newKey } from '../../lib/call';
import { useFormats } from '../../lib/i18n/format';
import { useSay } from '../../lib/i18n/say';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { TextField } from '../../ui/field';
import { ErrorLine } from '../../ui/states';
import { sayDone } from '../../ui/toast';
import type { Line } from './match-facts';
import { useDeskChanged } from './use-desk';

const SHORTEST = 3;
const LONGEST = 200;

/** Sets a line aside that pays no order: says what happens, asks why. */
export function AsideDialog({
  line,
  onClose,
}: {
  readonly line: Line;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation(['payments', 'ui']);
  const say = useSay();
  const format = useFormats();
  const changed = useDeskChanged();
  const [reason, setReason] = useState('');
  const ignore = useMutation({
    mutationFn: () =>
      call(ignoreLine, {
        params: { id: line.id },
        body: { reason: reason.trim() },
        idempotencyKey: newKey(),
      }),
    onSuccess: async () => {
      sayDone(t('aside.done'));
      onClose();
      await changed();
    },
  });
  const isShort = reason.trim().length < SHORTEST;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isShort) ignore.mutate();
  };
  return (
    <Dialog title={t('aside.title')} isOpen onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <p>
          {t('aside.lead', { amount: format.money(line.amount), payer: `\u2068${line.payerName}\u2069` })}
        </p>
        <TextField
          label={t('aside.reason')}
          hint={t('aside.reasonHint')}
          maxLength={LONGEST}
          value={reason}
          onChange={setReason}
          error={say.field(ignore.error, 'reason')}
          data-autofocus
        />
        <ErrorLine error={ignore.error} />
        <div className="inline review-steps">
          <Button kind="quiet" onClick={onClose}>
            {t('ui:cancel')}
          </Button>
          <Button
            kind="primary"
            type="submit"
            busy={ignore.isPending}
            {...(isShort ? { reason: t('aside.needReason') } : {})}
          >
            {t('aside.confirm')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
