import '../styles/application.css';
import { stageOf, unfinishedItems } from '@qafila/shared/traders/application-blockers';
import type { ApplicationReply, ApplicationView, ItemView } from '@qafila/shared/traders/application-views';
import { type ItemKind, isItemKind } from '@qafila/shared/traders/checklist';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Send } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { useSay } from '../../../lib/i18n/say';
import { Button } from '../../../ui/button';
import { Page } from '../../../ui/page';
import { CardsSkeleton } from '../../../ui/skeleton';
import { ErrorLine, ErrorState } from '../../../ui/states';
import { useApplication, useSubmit } from './api';
import { Checklist } from './checklist-list';
import { CompanyDocuments } from './company-documents';
import { ItemForm } from './item-form';
import { StatusCard } from './status-card';
import { type ItemDrafts, useItemDrafts } from './use-item-draft';

/** The application of the own company: what is asked, how far it is, what came back. */
export function ApplyScreen(): ReactNode {
  const { t } = useTranslation('application');
  const query = useApplication();
  if (query.isPending)
    return (
      <Page title={t('title')}>
        <CardsSkeleton />
      </Page>
    );
  if (!query.data)
    return (
      <Page title={t('title')}>
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      </Page>
    );
  return <Loaded reply={query.data} />;
}

const isOver = (application: ApplicationView): boolean => application.state === 'approved';

function Loaded({ reply }: { readonly reply: ApplicationReply }): ReactNode {
  const { t } = useTranslation('application');
  const { application } = reply;
  const hasDocuments = reply.companyState !== 'pending';
  if (application === null || isOver(application))
    return (
      <Page title={t('documents.title')} sub={t('documents.sub')}>
        <CompanyDocuments reply={reply} />
      </Page>
    );
  // What was typed belongs to one round: sent, sent back or begun again, the next one starts from what is saved.
  const round = `${application.id}/${application.state}`;
  return <Open key={round} reply={reply} application={application} hasDocuments={hasDocuments} />;
}

/** The item in the address, else the first that wants something. */
function useOpenItem(
  items: readonly ItemView[],
  first: ItemKind | undefined,
): [ItemView | undefined, (kind: ItemKind) => void] {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const asked = typeof search.item === 'string' && isItemKind(search.item) ? search.item : first;
  const item = items.find((each) => each.kind === asked) ?? items[0];
  return [item, (kind) => void navigate({ to: '.', replace: true, search: { item: kind } })];
}

function Open(props: {
  readonly reply: ApplicationReply;
  readonly application: ApplicationView;
  readonly hasDocuments: boolean;
}): ReactNode {
  const { t } = useTranslation('application');
  const { reply, application } = props;
  const drafts = useItemDrafts();
  const standings = standingsOf(application, drafts);
  const place = { country: reply.country, today: reply.today, hasTerms: hasTerms(application) };
  const stages = new Map(standings.map((item) => [item.kind, stageOf(item, place)]));
  const first = application.items.find(
    (item) => !['accepted', 'complete'].includes(stages.get(item.kind) ?? ''),
  );
  const [item, open] = useOpenItem(application.items, first?.kind);
  const done = [...stages.values()].filter((stage) => stage === 'accepted' || stage === 'complete').length;
  const isEditable = application.state === 'draft' || application.state === 'changes_requested';
  return (
    <Page
      title={t(application.kind === 'renewal' ? 'renewalTitle' : 'title')}
      sub={isEditable ? t('progress', { done, total: stages.size }) : t(`short.${application.state}`)}
      actions={isEditable && <SendAction application={application} place={place} drafts={drafts} />}
      className="apply"
    >
      {props.hasDocuments && reply.companyState === 'suspended' && (
        <p className="note-bad">{t('suspended')}</p>
      )}
      <StatusCard application={application} />
      <div className="apply-grid">
        <Checklist items={application.items} stages={stages} open={item?.kind} onOpen={open} />
        {item && (
          <ItemForm key={item.kind} item={item} application={application} place={place} drafts={drafts} />
        )}
      </div>
    </Page>
  );
}

const hasTerms = ({ terms }: ApplicationView): boolean =>
  terms.tradeTerms?.version === terms.current.tradeTerms &&
  terms.recipientsAgreement?.version === terms.current.recipientsAgreement;

/** The items with what is typed and not yet saved on top. */
const standingsOf = (application: ApplicationView, { drafts }: ItemDrafts) =>
  application.items.map((item) => ({
    ...item,
    values: { ...item.values, ...drafts[item.kind] },
    hasFile: item.file !== null,
    isChanged: item.isChanged || drafts[item.kind] !== undefined,
  }));

function SendAction(props: {
  readonly application: ApplicationView;
  readonly place: { country: string; today: string; hasTerms: boolean };
  readonly drafts: ItemDrafts;
}): ReactNode {
  const { t } = useTranslation('application');
  const say = useSay();
  const format = useFormats();
  const { application, place, drafts } = props;
  const submit = useSubmit(drafts.flush);
  const unfinished = unfinishedItems(standingsOf(application, drafts), place).length;
  const needsTerms = application.items.some((item) => item.kind === 'trade_terms') && !place.hasTerms;
  const reason =
    unfinished > 0
      ? say.reason({ code: 'APPLICATION_INCOMPLETE', params: { count: unfinished } })
      : needsTerms
        ? say.reason({ code: 'TERMS_NOT_ACCEPTED', params: {} })
        : undefined;
  return (
    <div className="apply-send">
      <span className="small muted" role="status">
        {drafts.isSaving ? t('saving') : t('saved', { time: format.time(application.savedAt) })}
      </span>
      <Button
        kind="primary"
        icon={Send}
        flipIcon
        busy={submit.isPending}
        onClick={() => submit.mutate()}
        {...(reason === undefined ? {} : { reason })}
      >
        {t(application.state === 'draft' ? 'send' : 'sendAgain')}
      </Button>
      <ErrorLine error={submit.error ?? drafts.error} />
    </div>
  );
}
