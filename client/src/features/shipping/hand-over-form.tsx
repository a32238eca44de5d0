import { CARRIERS, type ParcelView } from '@qafila/shared/shipping/shipping.contract';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSay } from '../../lib/i18n/say';
import { Button } from '../../ui/button';
import { SelectField, TextField } from '../../ui/field';
import { ErrorLine } from '../../ui/states';
import { sayDone } from '../../ui/toast';
import { reasonsAgainst } from './parcel-reasons';
import type { ParcelSteps } from './use-parcel';

type Carrier = (typeof CARRIERS)[number];
const LAST_CARRIER = 'qafila.carrier';
const NUMBER = /^[A-Za-z0-9-]{4,40}$/;
const isCarrier = (value: unknown): value is Carrier => CARRIERS.some((carrier) => carrier === value);

/** The carrier of the last parcel is most likely the carrier of this one. */
function lastCarrier(): Carrier {
  const kept = localStorage.getItem(LAST_CARRIER);
  return isCarrier(kept) ? kept : 'aramex';
}

interface HandOverFormProps {
  readonly parcel: ParcelView;
  readonly handOver: ParcelSteps['handOver'];
  readonly scanned: string;
}

/** Carrier and tracking number, then straight on to the next parcel. */
export function HandOverForm({ parcel, handOver, scanned }: HandOverFormProps): ReactNode {
  const { t } = useTranslation('shipping');
  const say = useSay();
  const navigate = useNavigate();
  const [carrier, setCarrier] = useState<Carrier>(() => parcel.carrier ?? lastCarrier());
  const [number, setNumber] = useState('');
  useEffect(() => {
    if (scanned !== '') setNumber(scanned);
  }, [scanned]);
  const trackingNumber = number.trim();
  const reasons = reasonsAgainst(parcel, 'hand_over').map((reason) => say.reason(reason));
  const ownReason = NUMBER.test(trackingNumber) ? undefined : t('station.noTracking');
  const reason = reasons.length > 0 ? reasons.join(' ') : ownReason;
  const goOn = async (done: ParcelView): Promise<void> => {
    localStorage.setItem(LAST_CARRIER, carrier);
    const code = `\u2066${done.parcelCode}\u2069`;
    sayDone(t('station.handedOver', { code, carrier: t(`carriers.${carrier}`) }));
    await navigate({ to: done.nextId === null ? '/fulfilment' : `/fulfilment/${done.nextId}` });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (reason !== undefined) return;
    handOver.mutate({ carrier, trackingNumber }, { onSuccess: (done) => void goOn(done) });
  };
  const options = CARRIERS.map((value) => ({ value, text: t(`carriers.${value}`) }));
  return (
    <form className="stack" onSubmit={submit}>
      <SelectField
        label={t('station.carrier')}
        options={options}
        value={carrier}
        onChange={(value) => isCarrier(value) && setCarrier(value)}
      />
      <TextField
        label={t('station.tracking')}
        hint={t('station.trackingHint')}
        dir="ltr"
        autoComplete="off"
        spellCheck={false}
        maxLength={40}
        value={number}
        onChange={setNumber}
        error={say.field(handOver.error, 'trackingNumber')}
      />
      <Button
        kind="primary"
        type="submit"
        wide
        busy={handOver.isPending}
        {...(reason === undefined ? {} : { reason })}
      >
        <span data-next-step>{t('station.handOver')}</span>
      </Button>
      <ErrorLine error={handOver.error} />
    </form>
  );
}
