import './styles/payments.css';
import { type ReactNode, useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddressValue } from '../../lib/address';
import { usePermission } from '../../lib/session';
import { Page } from '../../ui/page';
import { PagedList } from '../../ui/paged-list';
import { Segments } from '../../ui/segments';
import { sayDone } from '../../ui/toast';
import { DeskDialogs } from './desk-dialogs';
import { DeskHeading } from './desk-heading';
import { DeskEmpty, DeskSkeleton } from './desk-states';
import { DetailPane } from './detail-pane';
import { DropZone } from './imports/drop-zone';
import { ImportActions } from './imports/import-actions';
import { ImportPanel } from './imports/import-panel';
import { useImport } from './imports/use-import';
import { LineList } from './line-list';
import { canConfirm, canSplit, confirmable, writeOffOf } from './match-facts';
import { ReceiptsCard } from './receipts-card';
import { ReviewDialog } from './review-dialog';
import { SelectionBar } from './selection-bar';
import { type AskedStep, useAsked } from './use-asked';
import { useDesk, VIEWS } from './use-desk';
import { useDeskKeys } from './use-desk-keys';
import type { Confirmed } from './use-review';
import { useSelection } from './use-selection';

/** The bank-transfer desk: lines, explained matches, one reviewed list, one fresh code. */
export function TransfersScreen(): ReactNode {
  const { t } = useTranslation('payments');
  const [view, setView] = useAddressValue('view', VIEWS, 'open');
  const pages = useDesk(view);
  const lines = pages.rows;
  const selection = useSelection(lines);
  const importing = useImport();
  const picker = useRef<HTMLInputElement>(null);
  const mayConfirm = usePermission('transfer:confirm');
  const mayImport = usePermission('transfer:import');
  // Lines, not matches: when something changes under the dialog, the new versions are reviewed.
  const [reviewed, setReviewed] = useState<ReadonlySet<string> | null>(null);
  const asked = useAsked(lines);
  const { open, clear } = selection;

  const reviewIds = (ids: readonly string[]): void => {
    if (mayConfirm && ids.length > 0) setReviewed(new Set(ids));
  };
  const reviewOpen = (): void => reviewIds(open && canConfirm(open) ? [open.id] : []);
  const reviewSelected = (): void => reviewIds([...selection.ticked]);
  const askOpen = (step: AskedStep): void => {
    if (!mayConfirm || !open || !canSplit(open) || (step === 'writeOff' && !writeOffOf(open))) return;
    asked.ask(step, open.id);
  };
  useDeskKeys({
    move: selection.move,
    tick: () => open && selection.toggle(open),
    tickExact: selection.toggleExact,
    review: () => (selection.matches.length > 0 ? reviewSelected() : reviewOpen()),
    split: () => askOpen('split'),
    writeOff: () => askOpen('writeOff'),
    setAside: () => askOpen('aside'),
    pickFile: () => picker.current?.click(),
  });
  const done = useCallback(
    (confirmed: Confirmed) => {
      setReviewed(null);
      clear();
      const { confirmed: booked, waitingForSecond: waits } = confirmed;
      if (booked > 0) sayDone(t('review.doneBooked', { count: booked }));
      if (waits > 0) sayDone(t('review.doneWaits', { count: waits }));
    },
    [clear, t],
  );
  const matches = lines.flatMap((line) => (reviewed?.has(line.id) ? confirmable(line) : []));
  const counts = pages.first?.counts;
  const options = VIEWS.map((value) => ({ value, text: <ViewName view={value} counts={counts} /> }));
  return (
    <Page
      title={t('title')}
      sub={<DeskHeading desk={pages.first} />}
      actions={<ImportActions importing={importing} picker={picker} />}
    >
      <DropZone onFile={(file) => mayImport && importing.send(file)}>
        <ImportPanel importing={importing} />
        <ReceiptsCard />
        <div className="between desk-tools">
          <Segments label={t('view')} options={options} value={view} onChange={setView} />
          <span className="small muted desk-hint">{t('hint')}</span>
        </div>
        <PagedList
          pages={pages}
          skeleton={<DeskSkeleton />}
          empty={
            <DeskEmpty
              view={view}
              hasStatement={pages.first?.latest != null}
              onShowOpen={() => setView('open')}
              onImport={mayImport ? () => picker.current?.click() : undefined}
            />
          }
        >
          <div className="desk">
            <div className="stack">
              <LineList lines={lines} selection={selection} />
              <SelectionBar
                matches={mayConfirm ? selection.matches : []}
                onClear={clear}
                onReview={reviewSelected}
              />
            </div>
            <DetailPane selection={selection} onReview={reviewOpen} onAsk={asked.ask} />
          </div>
        </PagedList>
      </DropZone>
      {reviewed && matches.length > 0 && (
        <ReviewDialog matches={matches} onClose={() => setReviewed(null)} onDone={done} />
      )}
      <DeskDialogs asked={asked} />
    </Page>
  );
}

interface ViewNameProps {
  readonly view: (typeof VIEWS)[number];
  readonly counts: { exact: number; second: number; look: number; done: number; out: number } | undefined;
}

function ViewName({ view, counts }: ViewNameProps): ReactNode {
  const { t } = useTranslation('payments');
  if (!counts) return t(`views.${view}`);
  const { second, done, out } = counts;
  const count = { open: counts.exact + counts.look, second, done, out }[view];
  return (
    <>
      {t(`views.${view}`)} <bdi className="segment-count">{count}</bdi>
    </>
  );
}
