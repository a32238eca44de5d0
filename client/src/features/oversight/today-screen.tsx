import './styles/oversight.css';
import { staffToday } from '@qafila/shared/oversight/oversight.contract';
import { SCREEN_ROUTES } from '@qafila/shared/registry/routes';
import { useQuery } from '@tanstack/react-query';
import { Check, Coffee } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/call';
import { useFormats } from '../../lib/i18n/format';
import { useSession } from '../../lib/session';
import { LinkButton } from '../../ui/button';
import { Count } from '../../ui/money';
import { Page } from '../../ui/page';
import { CardsSkeleton } from '../../ui/skeleton';
import { EmptyState, ErrorState } from '../../ui/states';
import { CARD_PLACES, type TodayKind } from './today-cards';

const LOOK_AGAIN_MS = 60_000;

interface TodayCardView {
  readonly kind: TodayKind;
  readonly count: number;
  readonly oldest: string | null;
}

const byAge = (a: TodayCardView, b: TodayCardView): number =>
  (a.oldest ?? '9').localeCompare(b.oldest ?? '9') || b.count - a.count;

/** The home of staff: what waits for the signed-in role, oldest first. */
export function TodayScreen(): ReactNode {
  const { t } = useTranslation('oversight');
  const today = useQuery({
    queryKey: ['today'],
    queryFn: ({ signal }) => call(staffToday, { signal }),
    refetchInterval: LOOK_AGAIN_MS,
  });
  const cards = today.data?.cards ?? [];
  const waiting = cards.filter((card) => card.count > 0).sort(byAge);
  const quiet = cards.filter((card) => card.count === 0);
  return (
    <Page title={t('today.title')} sub={t('today.sub')}>
      {today.isPending && <CardsSkeleton />}
      {today.isError && cards.length === 0 && (
        <ErrorState error={today.error} onRetry={() => void today.refetch()} />
      )}
      {today.data && waiting.length === 0 && <NothingWaits />}
      {waiting.length > 0 && (
        <ul className="today-cards">
          {waiting.map((card, at) => (
            <TodayCard key={card.kind} card={card} isFirst={at === 0} />
          ))}
        </ul>
      )}
      {waiting.length > 0 && quiet.length > 0 && (
        <section className="today-quiet" aria-label={t('today.nothing')}>
          {quiet.map((card) => (
            <span key={card.kind} className="inline small muted">
              <Check size={14} aria-hidden className="good" />
              {t(`today.kind.${card.kind}`)}
            </span>
          ))}
        </section>
      )}
    </Page>
  );
}

function NothingWaits(): ReactNode {
  const { t } = useTranslation('oversight');
  return (
    <EmptyState icon={Coffee} title={t('today.empty')}>
      {t('today.emptyText')}
    </EmptyState>
  );
}

function TodayCard({
  card,
  isFirst,
}: {
  readonly card: TodayCardView;
  readonly isFirst: boolean;
}): ReactNode {
  const { t } = useTranslation('oversight');
  const format = useFormats();
  const { permissions } = useSession();
  const { icon: Icon, to } = CARD_PLACES[card.kind];
  const route = SCREEN_ROUTES.find(({ name }) => name === to?.screen);
  const isOpen = route?.needs !== undefined && permissions.includes(route.needs);
  return (
    <li className="card card-pad today-card">
      <span className="today-icon">
        <Icon size={20} aria-hidden />
      </span>
      <b className="today-count">
        <Count of={card.count} />
      </b>
      <h2>{t(`today.kind.${card.kind}`)}</h2>
      <p className="small muted">
        {card.oldest !== null && t('today.oldest', { when: format.dateTime(card.oldest) })}
      </p>
      {to && route && isOpen ? (
        <LinkButton to={route.path} search={to.search} kind={isFirst ? 'primary' : 'plain'}>
          {t(`today.do.${card.kind}`)}
        </LinkButton>
      ) : (
        <p className="small muted">{t('today.noLink')}</p>
      )}
    </li>
  );
}
