import '../styles/briefs.css';
import '../styles/files.css';
import '../styles/specs.css';
import { assetPreview } from '@qafila/shared/branding/assets.contract';
import type { SpecView } from '@qafila/shared/branding/production-spec-views';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { rawUrl } from '../../../lib/call';
import { LinkButton } from '../../../ui/button';
import { Code } from '../../../ui/money';
import { Page } from '../../../ui/page';
import { CardsSkeleton } from '../../../ui/skeleton';
import { ErrorState } from '../../../ui/states';
import { BrandNav } from '../brand-nav';
import { specQuery } from './api';
import { ApprovalsCard } from './approvals-card';
import { ArtworkCard } from './artwork-card';
import { EvidenceCard } from './evidence-card';
import { RetireSpec } from './retire-spec';
import { SpecContent } from './spec-content';
import { SpecNow } from './spec-now';
import { SpecStateChip } from './spec-state';
import { SpecTerms } from './spec-terms';

/** One production spec as its company has it: what was signed, by whom, and what can be done with it. */
export function SpecScreen(): ReactNode {
  const { t } = useTranslation('specs');
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const query = useQuery(specQuery(id));
  const spec = query.data;
  return (
    <Page
      title={spec?.name ?? t('screen.title')}
      heading={spec && <bdi>{spec.name}</bdi>}
      sub={spec && <Byline spec={spec} />}
      actions={
        <LinkButton to="/brand/specs" icon={ArrowLeft} flipIcon>
          {t('screen.back')}
        </LinkButton>
      }
    >
      <div className="stack">
        <BrandNav />
        {query.isPending && <CardsSkeleton cards={3} />}
        {query.isError && !spec && (
          <ErrorState error={query.error} what={t('screen.failed')} onRetry={() => void query.refetch()} />
        )}
        {spec && <Loaded key={spec.id} spec={spec} />}
      </div>
    </Page>
  );
}

function Byline({ spec }: { readonly spec: SpecView }): ReactNode {
  return (
    <span className="inline">
      <SpecStateChip of={spec} />
      <span>
        <bdi>{spec.brand.nameLatin}</bdi> · <Code>{spec.code}</Code>
      </span>
    </span>
  );
}

function Loaded({ spec }: { readonly spec: SpecView }): ReactNode {
  const { signed } = spec;
  return (
    <div className="columns">
      <div className="stack">
        <SpecNow spec={spec} />
        <SpecContent spec={spec} origin={signed && <Origin signed={signed} />} />
        {signed && (
          <ArtworkCard
            of={signed.artwork}
            pictureOf={(page) => rawUrl(assetPreview, { params: { id: signed.artwork.assetId, page } })}
          />
        )}
      </div>
      <div className="stack">
        <SpecTerms spec={spec} />
        <ApprovalsCard spec={spec} />
        <EvidenceCard spec={spec} />
        <RetireSpec spec={spec} />
      </div>
    </div>
  );
}

function Origin({ signed }: { readonly signed: NonNullable<SpecView['signed']> }): ReactNode {
  const { t } = useTranslation('specs');
  return (
    <>
      <Link to={`/brand/briefs/${signed.brief.id}`}>
        <Code>{signed.brief.code}</Code>
      </Link>
      {' · '}
      <Link to={`/brand/proofs/${signed.proof.id}`}>
        {t('content.proof', { version: signed.proof.version })}
      </Link>
    </>
  );
}
