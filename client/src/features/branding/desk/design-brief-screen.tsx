import '../styles/briefs.css';
import '../styles/files.css';
import '../styles/desk.css';
import type { DesignBriefView } from '@qafila/shared/branding/brief-views';
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
import { BriefContent } from '../briefs/brief-content';
import { BriefStateChip } from '../briefs/brief-state';
import { designBriefQuery } from './api';
import { DeskFiles } from './desk-files';
import { DeskMessages } from './desk-messages';
import { DeskSteps } from './desk-steps';
import { PeopleCard } from './people-card';
import { ProofVersions } from './proof-versions';
import { TimeCard } from './time-card';

/** A brief as the design team works on it: a brand code, no company, no person of it, no price. */
export function DesignBriefScreen(): ReactNode {
  const { t } = useTranslation(['desk', 'briefs']);
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const query = useQuery(designBriefQuery(id));
  const brief = query.data;
  const title = brief?.title || t('briefs:list.untitled');
  return (
    <Page
      title={brief ? title : t('briefs:screen.title')}
      heading={brief && <bdi>{title}</bdi>}
      sub={brief && <Byline brief={brief} />}
      actions={
        <LinkButton to="/design" icon={ArrowLeft} flipIcon>
          {t('brief.back')}
        </LinkButton>
      }
    >
      {query.isPending && <CardsSkeleton cards={3} />}
      {query.isError && !brief && (
        <ErrorState
          error={query.error}
          what={t('briefs:screen.failed')}
          onRetry={() => void query.refetch()}
        />
      )}
      {brief && <Desk key={brief.id} brief={brief} />}
    </Page>
  );
}

function Byline({ brief }: { readonly brief: DesignBriefView }): ReactNode {
  return (
    <span className="inline">
      <BriefStateChip state={brief.state} />
      <span>
        <bdi>{brief.brand.nameLatin}</bdi> · <Code>{brief.brand.code}</Code> · <Code>{brief.code}</Code>
      </span>
    </span>
  );
}

function Desk({ brief }: { readonly brief: DesignBriefView }): ReactNode {
  const { t } = useTranslation(['desk', 'briefs']);
  return (
    <div className="columns">
      <div className="stack">
        <DeskSteps brief={brief} />
        <ProofVersions brief={brief} />
        <Card title={t('briefs:content.title')}>
          <BriefContent brief={brief} brand={brief.brand.nameLatin}>
            {brief.references.length > 0 && <DeskFiles files={brief.references} />}
          </BriefContent>
        </Card>
        <DeskMessages brief={brief} />
      </div>
      <div className="stack">
        <TimeCard brief={brief} />
        <PeopleCard brief={brief} />
      </div>
    </div>
  );
}
