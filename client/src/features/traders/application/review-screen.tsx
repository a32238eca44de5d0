import '../styles/application.css';
import { countryName } from '@qafila/shared/kernel/country-name';
import type { ReviewItemView, ReviewView } from '@qafila/shared/traders/application-views';
import { type ItemKind, isItemKind } from '@qafila/shared/traders/checklist';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../../lib/i18n/locale';
import { IconButton } from '../../../ui/button';
import { Page } from '../../../ui/page';
import { CardsSkeleton } from '../../../ui/skeleton';
import { ErrorLine, ErrorState } from '../../../ui/states';
import { AskDialog } from './ask-dialog';
import { DecisionCard } from './decision-card';
import { DocumentViewer } from './document-viewer';
import { RejectDialog } from './reject-dialog';
import { ReviewFields } from './review-fields';
import { ReviewItems } from './review-items';
import { DueChip, timeAgo } from './review-time';
import { isUnderReview } from './under-review';
import { type ReviewStep, useReviewed, useReviewSteps } from './use-review';
import { useReviewKeys } from './use-review-keys';

/** One application: its items, the document, what was entered, the decision. */
export function ApplicationReviewScreen(): ReactNode {
  const { t } = useTranslation('review');
  const { id = '' } = useParams({ strict: false });
  const query = useReviewed(id);
  if (query.isPending)
    return (
      <Page title={t('queue.title')}>
        <CardsSkeleton />
      </Page>
    );
  if (!query.data)
    return (
      <Page title={t('queue.title')}>
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      </Page>
    );
  return <Review key={id} view={query.data} />;
}

/** The item in the address, else the first that waits. */
function useItem(items: readonly ReviewItemView[]) {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const first = items.find((item) => item.verdict === 'open') ?? items[0];
  const asked = typeof search.item === 'string' && isItemKind(search.item) ? search.item : first?.kind;
  const index = Math.max(
    0,
    items.findIndex((item) => item.kind === asked),
  );
  const open = (kind: ItemKind): void => void navigate({ to: '.', replace: true, search: { item: kind } });
  const move = (by: 1 | -1): void => {
    const next = items[(index + by + items.length) % items.length];
    if (next) open(next.kind);
  };
  /** After a verdict: the next one that waits, behind this one first. */
  const afterVerdict = (): void => {
    const behind = [...items.slice(index + 1), ...items.slice(0, index)];
    const next = behind.find((item) => item.verdict === 'open');
    if (next) open(next.kind);
  };
  return { item: items[index], open, move, afterVerdict };
}

function Review({ view }: { readonly view: ReviewView }): ReactNode {
  const { item, open, move, afterVerdict } = useItem(view.items);
  const [dialog, setDialog] = useState<'ask' | 'reject' | null>(null);
  const steps = useReviewSteps(view.id);
  const isOpen = isUnderReview(view);
  const go = useGo();
  const take = (step: ReviewStep): void => steps.mutate(step);
  const decide = (step: ReviewStep): void => {
    steps.mutate(step, { onSuccess: () => setDialog(null) });
    if (step.kind === 'verdict') afterVerdict();
  };
  const mayJudge = isOpen && item !== undefined && item.kind !== 'trade_terms';
  const accept = (): void => {
    if (mayJudge) decide({ kind: 'verdict', item: item.kind, verdict: 'accepted' });
  };
  useReviewKeys({
    accept,
    ask: () => mayJudge && setDialog('ask'),
    move,
    reject: () => isOpen && setDialog('reject'),
    next: () => go(view.place.next),
  });
  return (
    <ReviewPage view={view}>
      <div className="review-grid">
        <ReviewItems view={view} open={item?.kind} onOpen={open} />
        {item && <DocumentViewer id={view.id} item={item} />}
        <aside className="stack">
          {item && (
            <ReviewFields
              view={view}
              item={item}
              onStep={take}
              onAccept={accept}
              onAsk={() => setDialog('ask')}
            />
          )}
          <ErrorLine error={steps.error} />
          <DecisionCard
            view={view}
            busy={steps.isPending}
            onStep={take}
            onReject={() => setDialog('reject')}
          />
        </aside>
      </div>
      {item && dialog === 'ask' && (
        <AskDialog
          item={item}
          locale={view.applicantLocale}
          onClose={() => setDialog(null)}
          onAsk={(reason, text) =>
            decide({ kind: 'verdict', item: item.kind, verdict: 'change_asked', reason, text })
          }
        />
      )}
      {dialog === 'reject' && (
        <RejectDialog
          locale={view.applicantLocale}
          busy={steps.isPending}
          onClose={() => setDialog(null)}
          onReject={(reason, text) => decide({ kind: 'reject', reason, text })}
        />
      )}
    </ReviewPage>
  );
}

function useGo(): (id: string | null) => void {
  const navigate = useNavigate();
  return (id) => {
    if (id) void navigate({ to: '/staff/applications/$id', params: { id }, search: {} });
    else void navigate({ to: '/staff/applications' });
  };
}

function ReviewPage({
  view,
  children,
}: {
  readonly view: ReviewView;
  readonly children: ReactNode;
}): ReactNode {
  const { t } = useTranslation('review');
  const { locale } = useLocale();
  const { company } = view;
  const isArabic = locale === 'ar' && company.nameArabic !== null;
  const [first, second] = isArabic
    ? [company.nameArabic ?? company.nameLatin, company.nameLatin]
    : [company.nameLatin, company.nameArabic];
  return (
    <Page
      title={first}
      heading={
        <>
          <bdi>{first}</bdi>
          {second && (
            <span className="muted">
              {' · '}
              <bdi>{second}</bdi>
            </span>
          )}
        </>
      }
      sub={[
        [view.city, countryName(view.country, locale)].filter(Boolean).join(locale === 'ar' ? '، ' : ', '),
        view.submittedAt && t('sentAgo', { when: timeAgo(view.submittedAt, locale) }),
        ...rounds(view, t),
      ]
        .filter(Boolean)
        .join(' · ')}
      actions={<Place view={view} />}
    >
      {children}
    </Page>
  );
}

function rounds(view: ReviewView, t: TFunction<'review'>): string[] {
  const changed = view.items.filter((item) => item.isChanged || item.isFileChanged).length;
  const says = [];
  if (view.kind === 'renewal') says.push(t('queue.renewal'));
  if (view.attempt > 1) says.push(t('queue.attempt', { count: view.attempt }));
  if (view.submissions > 1) says.push(t('queue.submission', { count: view.submissions }));
  if (changed > 0) says.push(t('queue.changed', { count: changed }));
  return says;
}

function Place({ view }: { readonly view: ReviewView }): ReactNode {
  const { t } = useTranslation('review');
  const { place } = view;
  const go = useGo();
  return (
    <span className="review-place">
      {place.index > 0 && <DueChip due={view.dueAt} />}
      {place.index > 0 && (
        <span className="muted small">{t('place', { index: place.index, total: place.total })}</span>
      )}
      {place.previous && (
        <IconButton icon={ChevronLeft} flip label={t('previous')} onClick={() => go(place.previous)} />
      )}
      {place.next && <IconButton icon={ChevronRight} flip label={t('next')} onClick={() => go(place.next)} />}
    </span>
  );
}
