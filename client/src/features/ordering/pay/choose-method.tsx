import type { MethodOffer, OrderPaymentView } from '@qafila/shared/payments/attempts.contract';
import { type MethodId, methodName } from '@qafila/shared/payments/methods';
import { asksPhone } from '@qafila/shared/payments/methods.rules';
import { useSearch } from '@tanstack/react-router';
import { Info } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { useLocale } from '../../../lib/i18n/locale';
import { useSay } from '../../../lib/i18n/say';
import { Button } from '../../../ui/button';
import { TextField } from '../../../ui/field';
import { ErrorLine } from '../../../ui/states';
import { MethodChoice } from './method-choice';
import type { OnlineMethod, Pay } from './use-pay';

/** How the last attempt ended, where that is worth a sentence. */
function endOf(
  view: OrderPaymentView,
): 'ending' | 'failed' | 'rejected' | 'cancelled' | 'expired' | 'disputed' | null {
  const [last] = view.history;
  if (!last) return null;
  if (last.isEnding) return 'ending';
  if (last.failure === 'rejected' || last.failure === 'refused') return 'rejected';
  const { state } = last;
  return state === 'failed' || state === 'cancelled' || state === 'expired' || state === 'disputed'
    ? state
    : null;
}

interface ChooseMethodProps {
  readonly view: OrderPaymentView;
  readonly pay: Pay;
  /** False where another way above it has the filled button. */
  readonly leads: boolean;
}

/** Ways to pay what is due; the one chosen with the order stands first. */
export function ChooseMethod({ view, pay, leads }: ChooseMethodProps): ReactNode {
  const { t } = useTranslation('ordering');
  const { locale } = useLocale();
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const [chosen, setChosen] = useState<unknown>(search.method);
  const offers = view.methods.filter(({ method }) => method !== 'bank_transfer');
  const open = offers.filter(({ refusal }) => refusal === null);
  const offer = open.find(({ method }) => method === chosen) ?? open[0];
  const choose = (method: MethodId): void => {
    pay.start.reset();
    setChosen(method);
  };
  const end = endOf(view);
  const [last] = view.history;
  return (
    <>
      {end !== null && last && (
        <p className="inline-note" role="status">
          <Info size={15} aria-hidden />
          <span>{t(`pay.${end}`, { method: methodName(last.method, locale) })}</span>
        </p>
      )}
      <MethodChoice offers={offers} value={offer?.method} onChange={choose} />
      {offer ? (
        <Go key={offer.method} view={view} offer={offer} pay={pay} leads={leads} />
      ) : (
        <p>{t('pay.none')}</p>
      )}
    </>
  );
}

interface GoProps extends ChooseMethodProps {
  readonly offer: MethodOffer;
}

function Go({ view, offer, pay, leads }: GoProps): ReactNode {
  const { t } = useTranslation('ordering');
  const format = useFormats();
  const { locale } = useLocale();
  const { amount, rate } = offer;
  const [phone, setPhone] = useState('');
  const say = useSay();
  if (amount === null) return null;
  const method = offer.method as OnlineMethod;
  const asks = asksPhone(method);
  const button = t('pay.go', { amount: format.money(amount), method: methodName(method, locale) });
  return (
    <>
      {rate !== null && amount.currency !== view.due.currency && (
        <p className="small muted">
          {t('pay.rate', {
            amount: format.money(amount),
            rate: format.rate(rate.rateNum, rate.rateScale),
            quote: rate.quote,
            base: rate.base,
          })}
        </p>
      )}
      {asks && (
        <div className="pay-phone">
          <TextField
            label={t('pay.phone')}
            hint={t('pay.phoneHint', { method: methodName(method, locale) })}
            type="tel"
            dir="ltr"
            autoComplete="tel"
            required
            value={phone}
            error={say.field(pay.start.error, 'phone')}
            onChange={setPhone}
          />
        </div>
      )}
      <div>
        <Button
          kind={leads ? 'primary' : 'plain'}
          busy={pay.start.isPending}
          onClick={() =>
            pay.start.mutate({ method, due: view.due, ...(asks && phone.trim() !== '' ? { phone } : {}) })
          }
          {...(view.noPayFor === 'not_allowed' ? { reason: t('pay.notAllowed') } : {})}
        >
          {button}
        </Button>
      </div>
      <p className="small muted">{t('pay.safe')}</p>
      {say.field(pay.start.error, 'phone') === undefined && <ErrorLine error={pay.start.error} />}
    </>
  );
}
