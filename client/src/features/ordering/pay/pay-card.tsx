import type { AttemptView, OrderPaymentView } from '@qafila/shared/payments/attempts.contract';
import { methodName } from '@qafila/shared/payments/methods';
import { CalendarClock, CreditCard, ExternalLink, LoaderCircle } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { useLocale } from '../../../lib/i18n/locale';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Money } from '../../../ui/money';
import { ErrorLine } from '../../../ui/states';
import { ChooseMethod } from './choose-method';
import { type Pay, usePay } from './use-pay';

/** Pays an order on a gateway's page: what is due, how, and how the payment stands, each with what to do next. */
export function PayCard({
  view,
  saysHold,
  leads,
}: {
  readonly view: OrderPaymentView;
  /** False where the transfer beside it says until when the goods are held. */
  readonly saysHold: boolean;
  /** False where another way above it has the filled button. */
  readonly leads: boolean;
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
        {view.live ? (
          <Live live={view.live} pay={pay} />
        ) : (
          <ChooseMethod view={view} pay={pay} leads={leads} />
        )}
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
