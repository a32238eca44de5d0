import { parseWholeNumber } from '@qafila/shared/kernel/digits';
import type { ParcelView } from '@qafila/shared/shipping/shipping.contract';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/i18n/format';
import { useSay } from '../../lib/i18n/say';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { ErrorLine } from '../../ui/states';
import { reasonsAgainst, weightFault } from './parcel-reasons';
import { nextPiece } from './piece-list';
import type { ParcelSteps } from './use-parcel';

interface WeightFormProps {
  readonly parcel: ParcelView;
  readonly pack: ParcelSteps['pack'];
}

/** The weight closes the parcel. With the last piece in, the field has the focus: the scale comes next. */
export function WeightForm({ parcel, pack }: WeightFormProps): ReactNode {
  const { t } = useTranslation('shipping');
  const say = useSay();
  const format = useFormats();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const isComplete = nextPiece(parcel) === undefined;
  useEffect(() => {
    if (isComplete) input.current?.focus();
  }, [isComplete]);
  const grams = parseWholeNumber(typed);
  const fault = weightFault(parcel, grams);
  const reasons = reasonsAgainst(parcel, 'pack').map((reason) => say.reason(reason));
  const ownReason = fault === 'missing' ? t('station.noWeight') : fault && t('station.checkWeight');
  const reason = reasons.length > 0 ? reasons.join(' ') : ownReason;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (reason === undefined && grams !== undefined) pack.mutate(grams);
  };
  const { low, high } = parcel.weight;
  return (
    <form className="stack" onSubmit={submit}>
      <TextField
        ref={input}
        label={t('station.weight')}
        hint={t('station.expected', { low: format.number(low), high: format.number(high) })}
        dir="ltr"
        inputMode="numeric"
        autoComplete="off"
        value={typed}
        onChange={setTyped}
        error={
          typed !== '' && fault && fault !== 'missing'
            ? say.reason(fault)
            : say.field(pack.error, 'weightGrams')
        }
      />
      <Button
        kind="primary"
        type="submit"
        wide
        busy={pack.isPending}
        {...(reason === undefined ? {} : { reason })}
      >
        <span data-next-step>{t('station.pack')}</span>
      </Button>
      <ErrorLine error={pack.error} />
    </form>
  );
}
