import type { AttemptView, MethodOffer, OrderPaymentView } from '@qafila/shared/payments/attempts.contract';
import { type MethodId, methodName } from '@qafila/shared/payments/methods';
import { CalendarClock, CreditCard, ExternalLink, Info, LoaderCircle } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { useLocale } from '../../../lib/i18n/locale';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Money } from '../../../ui/money';
import { ErrorLine } from '../../../ui/states';
import { MethodChoice } from './method-choice';
import { type OnlineMethod, usePay } from './use-pay';

type Pay = ReturnType<typeof usePay>;

/** Pays an order on a gateway's page: what is due, how, and how the payment stands, each with what to do next. */
export function PayCard({
  view,
  saysHold,
}: {
  readonly view: OrderPaymentView;
  /** False where the transfer beside it says until when the goods are held. */
  readonly saysHold: boolean;
}): ReactNode {
  const { t } = useTranslation('ordering');
  const format = useFormats();
  const pay = usePay(view);
  if (view.noPayFor === 'nothing_due' || view.noPayFor === 'not_waiting') return null;
  return (
    <Card
      title={
        <span className="inline-tight">
          <CreditCard size={17} aria-hidden /> {t('pay.title')}
        </span>
      }
      aside={
        <span>
          <span className="small muted">{t('pay.due')}</span>{' '}
          <b className="pay-due">
            <Money of={view.due} />
          </b>
        </span>
      }
    >
      <div className="stack" aria-live="polite">
        {view.live ? <Live live={view.live} pay={pay} /> : <Choose view={view} pay={pay} />}
        {saysHold && view.holdUntil !== null && (
          <p className="inline-tight warn">
            <CalendarClock size={15} aria-hidden />
            <b>{t('pay.until', { when: format.dateTime(view.holdUntil) })}</b>
          </p>
        )}
      </div>
    </Card>
  );
}

/** Which sentence says how a live attempt stands. */
function standOf(live: AttemptView): 'opening' | 'waiting' | 'processing' | 'review' {
  if (live.isUnderReview) return 'review';
  if (live.state === 'processing' || live.state === 'authorised') return 'processing';
  return live.pageUrl === null ? 'opening' : 'waiting';
}

function Live({ live, pay }: { readonly live: AttemptView; readonly pay: Pay }): ReactNode {
  const { t } = useTranslation('ordering');
  const format = useFormats();
  const { locale } = useLocale();
  const stand = standOf(live);
  const params = {
    method: methodName(live.method, locale),
    amount: format.money(live.pay),
    when: format.dateTime(live.expiresAt),
  };
  return (
    <>
      <div>
        <h3 className="inline-tight">
          {stand === 'opening' && <LoaderCircle size={16} aria-hidden className="spin" />}
          {t(`pay.${stand}`, params)}
        </h3>
        <p className="muted">{t(`pay.${stand}Text`, params)}</p>
      </div>
      {(stand === 'opening' || stand === 'waiting') && (
        <div className="inline">
          {live.pageUrl !== null && (
            <a className="btn btn-primary" href={live.pageUrl}>
              <ExternalLink size={16} aria-hidden className="flip" /> {t('pay.page')}
            </a>
          )}
          <Button kind="quiet" busy={pay.cancel.isPending} onClick={() => pay.cancel.mutate()}>
            {t('pay.cancel')}
          </Button>
        </div>
      )}
      <ErrorLine error={pay.cancel.error} />
    </>
  );
}

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

function Choose({ view, pay }: { readonly view: OrderPaymentView; readonly pay: Pay }): ReactNode {
  const { t } = useTranslation('ordering');
  const { locale } = useLocale();
  const [chosen, setChosen] = useState<MethodId | null>(null);
  const offers = view.methods.filter(({ method }) => method !== 'bank_transfer');
  const open = offers.filter(({ refusal }) => refusal === null);
  const offer = open.find(({ method }) => method === chosen) ?? open[0];
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
      <MethodChoice offers={offers} value={offer?.method} onChange={setChosen} />
      {offer ? <Go view={view} offer={offer} pay={pay} /> : <p>{t('pay.none')}</p>}
    </>
  );
}

interface GoProps {
  readonly view: OrderPaymentView;
  readonly offer: MethodOffer;
  readonly pay: Pay;
}

function Go({ view, offer, pay }: GoProps): ReactNode {
  const { t } = useTranslation('ordering');
  const format = useFormats();
  const { locale } = useLocale();
  const { method, amount, rate } = offer;
  if (amount === null) return null;
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
      <div>
        <Button
          kind="primary"
          busy={pay.start.isPending}
          onClick={() => pay.start.mutate({ method: method as OnlineMethod, due: view.due })}
          {...(view.noPayFor === 'not_allowed' ? { reason: t('pay.notAllowed') } : {})}
        >
          {button}
        </Button>
      </div>
      <p className="small muted">{t('pay.safe')}</p>
      <ErrorLine error={pay.start.error} />
    </>
  );
}
