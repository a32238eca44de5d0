import type { AttemptDetail } from '@qafila/shared/payments/gateways.contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { Code, Money } from '../../../ui/money';
import { GATEWAY_NAMES } from './gateway-names';

/** What was asked for, and what the gateway tells. */
export function AttemptFacts({ attempt }: { readonly attempt: AttemptDetail }): ReactNode {
  const { t } = useTranslation('gateways');
  const format = useFormats();
  const rows: readonly (readonly [key: string, value: ReactNode])[] = [
    ['company', <bdi key="company">{attempt.company}</bdi>],
    ['order', <Code key="order">{attempt.orderCode}</Code>],
    ['asked', <Asked key="asked" attempt={attempt} />],
    ['gateway', GATEWAY_NAMES[attempt.gateway]],
    ['raw', attempt.rawState === null ? t('detail.rawNone') : <Code key="raw">{attempt.rawState}</Code>],
    ['ref', attempt.ref === null ? t('detail.refNone') : <Code key="ref">{attempt.ref}</Code>],
    ['ends', format.dateTime(attempt.expiresAt)],
    ['next', attempt.nextLookAt === null ? t('detail.nextNone') : format.dateTime(attempt.nextLookAt)],
  ];
  return (
    <dl className="rows attempt-facts">
      {rows.map(([key, value]) => (
        <div key={key}>
          <dt className="muted">{t(`detail.${key}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Asked({ attempt }: { readonly attempt: AttemptDetail }): ReactNode {
  const { t } = useTranslation('gateways');
  const format = useFormats();
  const { rate, pay, amount } = attempt;
  if (rate === null) return <Money of={pay} />;
  return t('detail.inOther', {
    pay: format.money(pay),
    amount: format.money(amount),
    rate: format.rate(rate.rateNum, rate.rateScale),
    quote: rate.quote,
    base: rate.base,
  });
}
