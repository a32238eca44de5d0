import { isZero } from '@qafila/shared/kernel/money';
import { splitLine } from '@qafila/shared/payments/desk.contract';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, newKey } from '../../../lib/call';
import { useFormats } from '../../../lib/i18n/format';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { ErrorLine } from '../../../ui/states';
import type { Line } from '../match-facts';
import { isReason, ReasonField } from '../reason-dialog';
import { useDeskStep } from '../use-desk';
import { PartRow } from './part-row';
import { TargetSearch } from './target-search';
import { useParts } from './use-parts';

interface PartsDialogProps {
  readonly line: Line;
  readonly onClose: () => void;
}

/** Says by hand what a line is for: one order, several with their amounts, or the credit of a company. */
export function PartsDialog({ line, onClose }: PartsDialogProps): ReactNode {
  const { t } = useTranslation('payments');
  const format = useFormats();
  const parts = useParts(line);
  const title = t('parts.title', { amount: format.money(line.amount) });
  return (
    <Dialog title={title} isOpen onClose={onClose} size="large">
      <p>{t('parts.lead')}</p>
      <TargetSearch line={line} onTake={parts.take} />
      <PartsForm line={line} parts={parts} onClose={onClose} />
    </Dialog>
  );
}

function PartsForm({
  line,
  parts,
  onClose,
}: PartsDialogProps & { readonly parts: ReturnType<typeof useParts> }): ReactNode {
  const { t } = useTranslation(['payments', 'ui']);
  const format = useFormats();
  const [reason, setReason] = useState('');
  const sent = parts.sent();
  const step = useDeskStep({
    send: (body: { parts: NonNullable<typeof sent>; reason: string }) =>
      call(splitLine, {
        params: { id: line.id },
        body: { version: line.version, ...body },
        idempotencyKey: newKey(),
      }),
    done: t('parts.done'),
    onDone: onClose,
  });
  const missing = sent === null ? t('parts.needParts') : isReason(reason) ? undefined : t('reason.needed');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (sent && missing === undefined && !step.isPending) step.mutate({ parts: sent, reason: reason.trim() });
  };
  return (
    <form className="stack" onSubmit={submit}>
      {parts.parts.map((part, at) => (
        <PartRow
          key={`${part.target.kind}-${part.target.id}`}
          part={part}
          amount={parts.amountOf(part)}
          onChange={(next) => parts.change(at, next)}
          onRemove={() => parts.remove(at)}
        />
      ))}
      <p className={parts.left.minor < 0 ? 'bad' : 'muted'} aria-live="polite">
        {t(isZero(parts.left) ? 'parts.whole' : 'parts.left', { amount: format.money(parts.left) })}
      </p>
      <ReasonField hint={t('parts.hint')} value={reason} onChange={setReason} error={step.error} />
      <ErrorLine error={step.error} />
      <div className="inline review-steps">
        <Button kind="quiet" onClick={onClose}>
          {t('ui:cancel')}
        </Button>
        <Button
          kind="primary"
          type="submit"
          busy={step.isPending}
          {...(missing === undefined ? {} : { reason: missing })}
        >
          {t('parts.confirm')}
        </Button>
      </div>
    </form>
  );
}
