import '../styles/briefs.css';
import '../styles/files.css';
import '../styles/specs.css';
import { designAssetPreview } from '@qafila/shared/branding/design-assets.contract';
import type { DesignSpecView } from '@qafila/shared/branding/production-spec-views';
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
import { designSpecQuery } from './api';
import { ArtworkCard } from './artwork-card';
import { CheckCard } from './check-card';
import { CheckRecord } from './check-record';
import { EvidenceCard } from './evidence-card';
import { SpecContent } from './spec-content';
import { SpecStateChip } from './spec-state';

/** A production spec as the design team checks it: a brand code, no company, no person of it, no price. */
export function CheckScreen(): ReactNode {
  const { t } = useTranslation(['checks', 'specs']);
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const query = useQuery(designSpecQuery(id));
  const spec = query.data;
  return (
    <Page
      title={spec?.name ?? t('specs:screen.title')}
      heading={spec && <bdi>{spec.name}</bdi>}
      sub={spec && <Byline spec={spec} />}
      actions={
        <LinkButton to="/design/specs" icon={ArrowLeft} flipIcon>
          {t('back')}
        </LinkButton>
      }
    >
      {query.isPending && <CardsSkeleton cards={3} />}
      {query.isError && !spec && (
        <ErrorState
          error={query.error}
          what={t('specs:screen.failed')}
          onRetry={() => void query.refetch()}
        />
      )}
      {spec && <Loaded key={spec.id} spec={spec} />}
    </Page>
  );
}

function Byline({ spec }: { readonly spec: DesignSpecView }): ReactNode {
  return (
    <span className="inline">
      <SpecStateChip of={spec} />
      <span>
        <bdi>{spec.brand.nameLatin}</bdi> · <Code>{spec.brand.code}</Code> · <Code>{spec.code}</Code>
      </span>
    </span>
  );
}

function Loaded({ spec }: { readonly spec: DesignSpecView }): ReactNode {
  const { signed } = spec;
  return (
    <div className="columns">
      <div className="stack">
        {spec.state === 'draft' && <CheckCard spec={spec} />}
        {signed && (
          <ArtworkCard
            of={signed.artwork}
            pictureOf={(page) => rawUrl(designAssetPreview, { params: { id: signed.artwork.assetId, page } })}
          />
        )}
        <SpecContent spec={spec} origin={signed && <Origin signed={signed} />} />
      </div>
      <div className="stack">
        <CheckRecord spec={spec} />
        <EvidenceCard spec={spec} />
      </div>
    </div>
  );
}

function Origin({ signed }: { readonly signed: NonNullable<DesignSpecView['signed']> }): ReactNode {
  const { t } = useTranslation('specs');
  return (
    <>
      <Link to="/design/briefs/$id" params={{ id: signed.brief.id }}>
        <Code>{signed.brief.code}</Code>
      </Link>
      {' · '}
      <Link to={`/design/proofs/${signed.proof.id}`}>
        {t('content.proof', { version: signed.proof.version })}
      </Link>
    </>
  );
}
