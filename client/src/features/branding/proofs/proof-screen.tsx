import '../styles/proofs.css';
import type { ProofView } from '@qafila/shared/branding/proof-views';
import { viewProof } from '@qafila/shared/branding/proofs.contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../lib/call';
import { LinkButton } from '../../../ui/button';
import { Code } from '../../../ui/money';
import { Page } from '../../../ui/page';
import { ErrorState } from '../../../ui/states';
import { BrandNav } from '../brand-nav';
import { DecisionBar } from './decision/decision-bar';
import { Marks } from './marks';
import { NoPages } from './no-pages';
import { ProofPreflight } from './proof-preflight';
import { Review } from './review';
import { ReviewSkeleton } from './review-skeleton';
import { TRADER_SIDE } from './side';
import { StateChips, Telling } from './telling';
import { proofQuery } from './use-review';

/** A version as its trader reviews and decides it. */
export function ProofScreen(): ReactNode {
  const { t } = useTranslation('proofs');
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const read = useQuery(proofQuery(TRADER_SIDE, id));
  const proof = read.data;
  const title = proof
    ? t('screen.named', { title: proof.briefTitle, version: proof.version })
    : t('screen.title');
  return (
    <Page
      title={title}
      heading={proof && <bdi>{proof.briefTitle}</bdi>}
      sub={proof && <Sub proof={proof} />}
      actions={
        proof && (
          <>
            <LinkButton to={`/brand/briefs/${proof.briefId}`} icon={ArrowLeft} flipIcon>
              {t('screen.brief')}
            </LinkButton>
            <StateChips proof={proof} />
          </>
        )
      }
    >
      <BrandNav />
      {read.isPending && <ReviewSkeleton />}
      {read.isError && !proof && (
        <ErrorState error={read.error} what={t('screen.failed')} onRetry={() => void read.refetch()} />
      )}
      {proof && <Loaded key={proof.id} proof={proof} />}
    </Page>
  );
}

function Sub({ proof }: { readonly proof: ProofView }): ReactNode {
  const { t } = useTranslation('proofs');
  return (
    <>
      {t('screen.version', { version: proof.version })} · <bdi>{proof.brand.nameLatin}</bdi> ·{' '}
      {t('screen.briefCode')} <Code>{proof.briefCode}</Code>
    </>
  );
}

/** The first look of a person is kept: the design team sees that the version was opened. */
function useLook({ id, isLocked }: ProofView): void {
  const client = useQueryClient();
  useEffect(() => {
    if (isLocked) return;
    const keep = (seen: ProofView): void => {
      client.setQueryData(TRADER_SIDE.keyOf(id), seen);
    };
    // Looking goes on when it could not be noted.
    call(viewProof, { params: { id } }).then(keep, () => undefined);
  }, [client, id, isLocked]);
}

function Loaded({ proof }: { readonly proof: ProofView }): ReactNode {
  const [first] = proof.pages;
  useLook(proof);
  return (
    <div className="stack">
      <Telling side={TRADER_SIDE} proof={proof} />
      {first ? (
        <Review
          side={TRADER_SIDE}
          proof={proof}
          first={first}
          before={<DecisionBar proof={proof} />}
          after={
            <>
              <ProofPreflight proof={proof} />
              <Marks marks={proof.marks} />
            </>
          }
        />
      ) : (
        <NoPages />
      )}
    </div>
  );
}
