import { methodName } from '@qafila/shared/payments/methods';
import type { RefundView } from '@qafila/shared/payments/refunds.contract';
import { CreditCard, Landmark, Wallet } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { useLocale } from '../../../lib/i18n/locale';
import { Chip, type Tone } from '../../../ui/chip';
import { Code, Money } from '../../../ui/money';

const TONE: Readonly<Record<RefundView['state'], Tone>> = {
  asked: 'warn',
  approved: 'info',
  sent: 'info',
  settled: 'ok',
  failed: 'bad',
  withdrawn: 'plain',
};

interface RefundCardProps {
  readonly refund: RefundView;
  /** What can be done with it. */
  readonly children?: ReactNode;
}

/** One refund: how much, whose, where to, why, and who stands behind it. */
export function RefundCard({ refund, children }: RefundCardProps): ReactNode {
  const { t } = useTranslation('refunds');
  return (
    <article className="card refund" aria-label={t('one', { code: refund.code })}>
      <div className="refund-head">
        <span className="refund-amount">
          <Money of={refund.amount} />
        </span>
        {refund.state !== 'asked' && (
          <Chip tone={refund.trouble === null ? TONE[refund.state] : 'warn'}>
            {t(
              refund.method === 'credit' && refund.state === 'settled'
                ? 'state.credited'
                : `state.${refund.state}`,
            )}
          </Chip>
        )}
        <span className="grow" />
        <span className="small muted">
          <Code>{refund.code}</Code>
        </span>
      </div>
      <dl className="refund-facts">
        <Fact name={t(refund.source === 'order' ? 'fact.order' : 'fact.credit')}>
          <bdi>{refund.company}</bdi>
          {refund.order && (
            <>
              {' '}
              · <Code>{refund.order.code}</Code>
            </>
          )}
        </Fact>
        <Fact name={t('fact.to')}>
          <Destination refund={refund} />
        </Fact>
        <Fact name={t('fact.reason')}>
          <bdi>{refund.reason}</bdi>
        </Fact>
        <Fact name={t('fact.people')}>
          <People refund={refund} />
        </Fact>
        {refund.trouble !== null && (
          <Fact name={t('fact.trouble')}>
            <span className="bad">{t(`trouble.${refund.trouble}`)}</span>
          </Fact>
        )}
        {refund.failure !== null && (
          <Fact name={t('fact.failure')}>
            <span className="bad">{t(`failure.${refund.failure}`)}</span>
          </Fact>
        )}
      </dl>
      {children}
    </article>
  );
}

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

/** The account that paid, never whole, the payment it was, or the credit that was used. */
export function Destination({
  refund,
}: {
  readonly refund: Pick<RefundView, 'method' | 'account' | 'paidWith' | 'pay' | 'amount'>;
}): ReactNode {
  const { t } = useTranslation('refunds');
  const { locale } = useLocale();
  const format = useFormats();
  const { method, account, paidWith, pay, amount } = refund;
  if (account)
    return (
      <span className="inline-tight refund-place">
        <Landmark size={15} aria-hidden />
        <span>
          <Code>{account.iban}</Code>
          <span className="small muted refund-under">
            <bdi>{account.holder}</bdi>
          </span>
        </span>
      </span>
    );
  if (method === 'credit')
    return (
      <span className="inline-tight">
        <Wallet size={15} aria-hidden />
        <span>{t('fact.toCredit')}</span>
      </span>
    );
  return (
    <span className="inline-tight">
      <CreditCard size={15} aria-hidden />
      <span>
        {paidWith === null ? t('fact.gateway') : methodName(paidWith, locale)}
        {pay.currency !== amount.currency && ` · ${format.money(pay)}`}
      </span>
    </span>
  );
}

function People({ refund }: { readonly refund: RefundView }): ReactNode {
  const { t } = useTranslation('refunds');
  const format = useFormats();
  // What becomes credit is there in the moment it is approved.
  const sentAt = refund.method === 'credit' ? null : refund.sentAt;
  const arrived = refund.method === 'credit' ? 'people.credited' : 'people.settled';
  const asked = t(refund.isMine ? 'people.askedByMe' : 'people.asked', {
    name: format.isolate(refund.askedBy),
    when: format.dateTime(refund.askedAt),
  });
  const lines = [
    asked,
    ...(refund.approvedBy === null
      ? []
      : [t('people.approved', { name: format.isolate(refund.approvedBy) })]),
    ...(sentAt === null ? [] : [t('people.sent', { when: format.dateTime(sentAt) })]),
    ...(refund.settledAt === null ? [] : [t(arrived, { when: format.dateTime(refund.settledAt) })]),
  ];
  return lines.map((line) => (
    <span key={line} className="refund-under">
      {line}
    </span>
  ));
}
