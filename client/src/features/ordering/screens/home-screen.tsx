import '../styles/order.css';
import type { AnswerOf } from '@qafila/shared/access/endpoint';
import type { traderHome } from '@qafila/shared/ordering/ordering.contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import {
  ArrowRight,
  CreditCard,
  Landmark,
  type LucideIcon,
  PackageSearch,
  PencilLine,
  Plus,
  RotateCcw,
  ShieldCheck,
  Sparkles,
  Truck,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { useLocale } from '../../../lib/i18n/locale';
import { orderPath } from '../../../lib/order-path';
import { usePermission, useSession } from '../../../lib/session';
import { LinkButton } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Code, Count, Money } from '../../../ui/money';
import { Page } from '../../../ui/page';
import { CardsSkeleton } from '../../../ui/skeleton';
import { ErrorState } from '../../../ui/states';
import { homeQuery } from '../api';
import { hasOwnPaymentWord, OrderBadge, PaymentBadge } from '../order/badges';

type Home = AnswerOf<typeof traderHome>;
type Next = Home['next'][number];

/** What is next for the trader, most urgent first; then where everything stands. */
export function HomeScreen(): ReactNode {
  const { t } = useTranslation('ordering');
  const { person, company } = useSession();
  const { locale } = useLocale();
  const home = useQuery({ ...homeQuery, staleTime: 0 });
  const companyName = company && ((locale === 'ar' ? company.nameArabic : null) ?? company.nameLatin);
  return (
    <Page
      title={t('home.title')}
      heading={<bdi>{t('home.hello', { name: person.name })}</bdi>}
      sub={companyName && <bdi>{companyName}</bdi>}
    >
      {home.isPending && <CardsSkeleton cards={3} />}
      {home.isError && <ErrorState error={home.error} onRetry={() => void home.refetch()} />}
      {home.data && <HomeBody home={home.data} />}
    </Page>
  );
}

function HomeBody({ home }: { readonly home: Home }): ReactNode {
  const { t } = useTranslation('ordering');
  const canRead = usePermission('order:read');
  return (
    <div className="columns">
      <div className="stack">
        {home.next.map((next, index) => (
          <NextCard
            key={`${next.kind} ${next.orderId ?? ''}`}
            next={next}
            home={home}
            isFirst={index === 0}
          />
        ))}
        {canRead && home.recent.length > 0 && <Recent rows={home.recent} />}
        {home.minimum.kind === 'first' && <HowItGoes />}
      </div>
      <aside className="stack">
        <Card title={t('home.standing')}>
          <dl className="rows">
            <Standing word="drafts" count={home.counts.drafts} view="draft" />
            <Standing word="awaitingPayment" count={home.counts.awaitingPayment} view="open" />
            <Standing word="inWarehouse" count={home.counts.inWarehouse} view="open" />
            <Standing word="onTheWay" count={home.counts.onTheWay} view="open" />
          </dl>
        </Card>
        <Card title={t(`minimum.${home.minimum.kind}`)}>
          <p className="minimum-amount">
            <Money of={home.minimum.required} />
          </p>
          <p className="small muted">{t(`home.minimum.${home.minimum.kind}`)}</p>
        </Card>
      </aside>
    </div>
  );
}

/** How many orders stand there; a way to them for whoever may see orders. */
function Standing({ word, count, view }: { word: string; count: number; view: string }): ReactNode {
  const { t } = useTranslation('ordering');
  const canRead = usePermission('order:read');
  return (
    <div>
      <dt>
        {count > 0 && canRead ? (
          <Link to="/orders" search={{ view }}>
            {t(`home.count.${word}`)}
          </Link>
        ) : (
          <span className="muted">{t(`home.count.${word}`)}</span>
        )}
      </dt>
      <dd className={count > 0 ? undefined : 'muted'}>
        <Count of={count} />
      </dd>
    </div>
  );
}

interface Look {
  readonly icon: LucideIcon;
  readonly to: (id: string) => string;
  readonly search?: Readonly<Record<string, string>>;
}
const LOOK: Readonly<Record<Next['kind'], Look>> = {
  pay: { icon: CreditCard, to: (id) => `/orders/${id}` },
  finish_draft: { icon: PencilLine, to: (id) => `/orders/${id}/edit` },
  parcels_on_way: { icon: Truck, to: (id) => (id ? `/orders/${id}` : '/orders') },
  first_order: { icon: Sparkles, to: () => '/orders/new' },
  order_again: { icon: RotateCcw, to: (id) => `/orders/${id}`, search: { again: 'open' } },
};

/** For whoever pays and sees no order. */
const PAY_ONLY: Look = { icon: CreditCard, to: (id) => `/payments/orders/${id}` };

interface NextCardProps {
  readonly next: Next;
  readonly home: Home;
  readonly isFirst: boolean;
}

/** One thing to do. Only the first has the filled button: one a screen. */
function NextCard({ next, home, isFirst }: NextCardProps): ReactNode {
  const { t } = useTranslation('ordering');
  const format = useFormats();
  const canRead = usePermission('order:read');
  const { icon: Icon, to, search = {} } = next.kind === 'pay' && !canRead ? PAY_ONLY : LOOK[next.kind];
  const isNew = next.kind === 'first_order';
  const words = {
    name: `\u2068${next.name ?? ''}\u2069`,
    amount: next.amount ? format.money(next.amount) : '',
    due: next.due === null ? '' : format.dateTime(next.due),
    count: next.count ?? 0,
    minimum: format.money(home.minimum.required),
  };
  return (
    <Card className={isFirst ? 'next-card next-card-first' : 'next-card'}>
      <span className="next-icon">
        <Icon size={20} aria-hidden />
      </span>
      <div className="grow">
        <h2>{t(`home.next.${next.kind}.title`, words)}</h2>
        <p className="muted">{t(`home.next.${next.kind}.text`, words)}</p>
        {next.due !== null && <p className="small warn">{t('home.until', words)}</p>}
        {next.code !== null && !isNew && (
          <p className="small muted">
            <Code>{next.code}</Code>
          </p>
        )}
      </div>
      <LinkButton
        to={to(next.orderId ?? '')}
        search={search}
        kind={isFirst ? 'primary' : 'plain'}
        icon={isNew ? Plus : ArrowRight}
        flipIcon={!isNew}
        iconLast={!isNew}
      >
        {t(`home.next.${next.kind}.action`)}
      </LinkButton>
    </Card>
  );
}

const STEPS = [
  ['goods', PackageSearch],
  ['pay', Landmark],
  ['blind', ShieldCheck],
] as const;

/** What a first visit needs to know, in three steps. */
function HowItGoes(): ReactNode {
  const { t } = useTranslation('ordering');
  return (
    <Card title={t('home.how.title')}>
      <ol className="how">
        {STEPS.map(([step, Icon]) => (
          <li key={step}>
            <span className="next-icon">
              <Icon size={20} aria-hidden />
            </span>
            <h3>{t(`home.how.${step}.title`)}</h3>
            <p className="small muted">{t(`home.how.${step}.text`)}</p>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function Recent({ rows }: { readonly rows: Home['recent'] }): ReactNode {
  const { t } = useTranslation('ordering');
  const canDraft = usePermission('order:draft');
  return (
    <Card
      title={t('home.recent')}
      aside={
        <Link to="/orders" className="small">
          {t('home.all')}
        </Link>
      }
    >
      <ul className="link-rows">
        {rows.map((order) => (
          <li key={order.id}>
            <Link to={orderPath(order, canDraft)} className="link-row">
              <span className="grow">
                <b>
                  <bdi>{order.name}</bdi>
                </b>
                <span className="small muted">
                  {' '}
                  <Code>{order.code}</Code>
                </span>
              </span>
              <span className="inline link-badges">
                <OrderBadge state={order.state} />
                {hasOwnPaymentWord(order) && <PaymentBadge state={order.payment} />}
              </span>
              <span className="num recent-total">
                <Money of={order.total} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
