import '../styles/payments.css';
import '../styles/refunds.css';
import { type AnswerOf } from '@qafila/shared/access/endpoint';
import { type listRefunds, REFUND_VIEWS, type RefundView } from '@qafila/shared/payments/refunds.contract';
import { Undo2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddressId, useAddressValue } from '../../../lib/address';
import { usePermission } from '../../../lib/session';
import { Button } from '../../../ui/button';
import { Page } from '../../../ui/page';
import { PagedList } from '../../../ui/paged-list';
import { Segments } from '../../../ui/segments';
import { CardsSkeleton } from '../../../ui/skeleton';
import { EmptyState } from '../../../ui/states';
import { sayDone } from '../../../ui/toast';
import { ApproveDialog } from './approve-dialog';
import { AskDialog, type AskStart } from './ask-dialog';
import { FilesCard } from './files-card';
import { RefundCard } from './refund-card';
import { RefundSteps } from './refund-steps';
import { SendDialog } from './send-dialog';
import { type RefundsView, useRefunds } from './use-refunds';

type Open =
  | { readonly step: 'ask'; readonly start: AskStart }
  | { readonly step: 'approve' | 'send'; readonly refunds: readonly RefundView[] }
  | null;

/** Money that goes back: who waits for whom, the file for the bank, and what came back to us. */
export function RefundsScreen(): ReactNode {
  const { t } = useTranslation('refunds');
  const [view, setView] = useAddressValue('view', REFUND_VIEWS, 'second');
  const [attempt, setAttempt] = useAddressId('attempt');
  const [open, setOpen] = useState<Open>(attempt ? { step: 'ask', start: { attempt } } : null);
  const pages = useRefunds(view);
  const mayAsk = usePermission('refund:ask');
  const close = (): void => {
    setOpen(null);
    if (attempt) setAttempt(null);
  };
  const ask = (start: AskStart): void => setOpen({ step: 'ask', start });
  const done = (text: string, next?: RefundsView): void => {
    close();
    sayDone(text);
    if (next) setView(next);
  };
  const counts = pages.first?.counts;
  const options = REFUND_VIEWS.map((value) => ({ value, text: <ViewName view={value} counts={counts} /> }));
  // One filled button: where a file can be made, that is the next step.
  const hasFile = view === 'to_send' && pages.rows.some(({ method }) => method === 'bank');
  const action = mayAsk && (
    <Button {...(hasFile ? {} : { kind: 'primary' })} icon={Undo2} onClick={() => ask({})}>
      {t('ask.action')}
    </Button>
  );
  return (
    <Page title={t('title')} sub={t('sub')} actions={action}>
      <div className="between desk-tools refund-tools">
        <Segments label={t('view')} options={options} value={view} onChange={setView} />
        <Together view={view} refunds={pages.rows} onOpen={setOpen} />
      </div>
      {(view === 'to_send' || view === 'on_way') && <FilesCard files={pages.first?.files ?? []} />}
      <PagedList
        pages={pages}
        skeleton={<CardsSkeleton cards={3} />}
        empty={
          <EmptyState icon={Undo2} title={t(`empty.${view}.title`)}>
            {t(`empty.${view}.text`)}
          </EmptyState>
        }
      >
        <ul className="stack refund-list" aria-label={t(`views.${view}`)}>
          {pages.rows.map((refund) => (
            <li key={refund.id}>
              <RefundCard refund={refund}>
                <RefundSteps
                  refund={refund}
                  onApprove={() => setOpen({ step: 'approve', refunds: [refund] })}
                  onAskAgain={() => ask(askedAgain(refund))}
                />
              </RefundCard>
            </li>
          ))}
        </ul>
      </PagedList>
      {open?.step === 'ask' && (
        <AskDialog start={open.start} onClose={close} onDone={() => done(t('ask.done'), 'second')} />
      )}
      {open?.step === 'approve' && (
        <ApproveDialog
          refunds={open.refunds}
          onClose={close}
          onDone={(count) => done(t('approve.done', { count }))}
        />
      )}
      {open?.step === 'send' && (
        <SendDialog
          refunds={open.refunds}
          onClose={close}
          onDone={(messageId) => done(t('send.done', { messageId }), 'on_way')}
        />
      )}
    </Page>
  );
}

const askedAgain = ({ id, order, company }: RefundView): AskStart => ({
  q: order?.code ?? company,
  replaces: id,
});

interface TogetherProps {
  readonly view: RefundsView;
  readonly refunds: readonly RefundView[];
  readonly onOpen: (open: Open) => void;
}

/** What can be done with all that are shown at once. */
function Together({ view, refunds, onOpen }: TogetherProps): ReactNode {
  const { t } = useTranslation('refunds');
  const mayApprove = usePermission('refund:approve');
  const maySend = usePermission('refund:send');
  const others = refunds.filter(({ isMine }) => !isMine);
  const ready = refunds.filter(({ method }) => method === 'bank');
  if (view === 'second' && mayApprove && others.length > 1)
    return (
      <Button onClick={() => onOpen({ step: 'approve', refunds: others })}>
        {t('approve.all', { count: others.length })}
      </Button>
    );
  if (view === 'to_send' && maySend && ready.length > 0)
    return (
      <Button kind="primary" onClick={() => onOpen({ step: 'send', refunds: ready })}>
        {t('send.action', { count: ready.length })}
      </Button>
    );
  return null;
}

interface ViewNameProps {
  readonly view: RefundsView;
  readonly counts: AnswerOf<typeof listRefunds>['counts'] | undefined;
}
function ViewName({ view, counts }: ViewNameProps): ReactNode {
  const { t } = useTranslation('refunds');
  if (!counts) return t(`views.${view}`);
  return (
    <>
      {t(`views.${view}`)} <bdi className="segment-count">{counts[view]}</bdi>
    </>
  );
}
