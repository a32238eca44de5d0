import '../styles/briefs.css';
import '../styles/files.css';
import type { BriefView } from '@qafila/shared/branding/brief-views';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Code } from '../../../ui/money';
import { Page } from '../../../ui/page';
import { CardsSkeleton } from '../../../ui/skeleton';
import { ErrorState } from '../../../ui/states';
import { BrandNav } from '../brand-nav';
import { briefQuery } from './api';
import { BriefContent } from './brief-content';
import { BriefFormCards } from './brief-form';
import { BriefMessages } from './brief-messages';
import { BriefStateChip } from './brief-state';
import { CancelBrief } from './cancel-brief';
import { NextMove } from './next-move';
import { PromiseCard } from './promise-card';
import { QuoteCard } from './quote-card';
import { isBeingChecked, References } from './references';
import { SaveTrouble } from './save-line';
import { SendCard } from './send-card';
import { useBriefForm } from './use-brief-form';
import { VersionsCard } from './versions-card';

const LOOK_AGAIN_MS = 1500;
/** An inspection lasts seconds; nobody looks longer by a timer, which would keep an idle session alive. */
const LOOKS = 80;

/** One brief: a form until it is sent and while the design team asks, afterwards how it goes. */
export function BriefScreen(): ReactNode {
  const { t } = useTranslation('briefs');
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const query = useQuery({
    ...briefQuery(id),
    staleTime: 0,
    refetchInterval: ({ state }) =>
      state.data?.references.some(isBeingChecked) && state.dataUpdateCount < LOOKS ? LOOK_AGAIN_MS : false,
  });
  const brief = query.isFetchedAfterMount ? query.data : undefined;
  const title = brief?.title || t('list.untitled');
  return (
    <Page
      title={brief ? title : t('screen.title')}
      heading={brief && <bdi>{title}</bdi>}
      sub={brief && <Byline brief={brief} />}
      actions={
        <LinkButton to="/brand/briefs" icon={ArrowLeft} flipIcon>
          {t('screen.back')}
        </LinkButton>
      }
    >
      <div className="stack">
        <BrandNav />
        {query.isError && !brief && (
          <ErrorState error={query.error} what={t('screen.failed')} onRetry={() => void query.refetch()} />
        )}
        {!brief && !query.isError && <CardsSkeleton cards={3} />}
        {brief && <Loaded key={brief.id} brief={brief} />}
      </div>
    </Page>
  );
}

function Byline({ brief }: { readonly brief: BriefView }): ReactNode {
  return (
    <span className="inline">
      <BriefStateChip state={brief.state} />
      <span>
        <bdi>{brief.brand.nameLatin}</bdi> · <Code>{brief.code}</Code>
      </span>
    </span>
  );
}

function Loaded({ brief }: { readonly brief: BriefView }): ReactNode {
  const maySave = brief.actions.some(({ step, allowed }) => step === 'save' && allowed);
  return maySave ? <Writing brief={brief} /> : <Reading brief={brief} />;
}

/** Not sent yet, or the design team waits for an answer. */
function Writing({ brief }: { readonly brief: BriefView }): ReactNode {
  const form = useBriefForm(brief);
  const wasSent = brief.submittedAt !== null;
  return (
    <div className="columns">
      <div className="stack">
        <NextMove brief={brief} />
        <SaveTrouble form={form} />
        <BriefFormCards form={form} />
        {wasSent && <BriefMessages brief={brief} />}
      </div>
      <div className="stack brief-aside">
        <SendCard form={form} />
        {wasSent && <VersionsCard brief={brief} />}
        {wasSent && <PromiseCard brief={brief} />}
        <CancelBrief brief={form.brief} />
      </div>
    </div>
  );
}

function Reading({ brief }: { readonly brief: BriefView }): ReactNode {
  const { t } = useTranslation('briefs');
  return (
    <div className="columns">
      <div className="stack">
        <NextMove brief={brief} />
        <QuoteCard brief={brief} />
        <VersionsCard brief={brief} />
        <BriefMessages brief={brief} />
        <Card title={t('content.title')}>
          <BriefContent brief={brief} brand={brief.brand.nameLatin}>
            {brief.references.length > 0 && <References files={brief.references} />}
          </BriefContent>
        </Card>
      </div>
      <div className="stack brief-aside">
        <PromiseCard brief={brief} />
        <CancelBrief brief={brief} />
      </div>
    </div>
  );
}
