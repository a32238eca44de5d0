import '../../styles/proofs.css';
import type { DesignProofView } from '@qafila/shared/branding/proof-views';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../../../ui/button';
import { Code } from '../../../../ui/money';
import { Page } from '../../../../ui/page';
import { ErrorState } from '../../../../ui/states';
import { NoPages } from '../no-pages';
import { ProofPreflight } from '../proof-preflight';
import { Review } from '../review';
import { ReviewSkeleton } from '../review-skeleton';
import { STORE_SIDE } from '../side';
import { StateChips, Telling } from '../telling';
import { proofQuery } from '../use-review';
import { FoldBar } from './fold-bar';
import { GateSteps } from './gate-steps';
import { ReplaceFile } from './replace-file';
import { TodoList } from './todo-list';

/** A version as the design team and its gatekeeper work on it; no price, no recipient, no legal name. */
export function DesignProofScreen(): ReactNode {
  const { t } = useTranslation(['gate', 'proofs']);
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const read = useQuery(proofQuery(STORE_SIDE, id));
  const proof = read.data;
  const title = proof
    ? t('proofs:screen.named', { title: proof.briefTitle, version: proof.version })
    : t('proofs:screen.title');
  return (
    <Page
      title={title}
      heading={proof && <bdi>{proof.briefTitle}</bdi>}
      sub={proof && <Sub proof={proof} />}
      actions={
        proof && (
          <>
            <LinkButton to={`/design/briefs/${proof.briefId}`} icon={ArrowLeft} flipIcon>
              {t('proofs:screen.brief')}
            </LinkButton>
            <StateChips proof={proof} />
          </>
        )
      }
    >
      {read.isPending && <ReviewSkeleton />}
      {read.isError && !proof && (
        <ErrorState error={read.error} what={t('proofs:screen.failed')} onRetry={() => void read.refetch()} />
      )}
      {proof && <Loaded key={proof.id} proof={proof} />}
    </Page>
  );
}

function Sub({ proof }: { readonly proof: DesignProofView }): ReactNode {
  const { t } = useTranslation(['gate', 'proofs']);
  return (
    <>
      {t('proofs:screen.version', { version: proof.version })} · <bdi>{proof.brand.nameLatin}</bdi>{' '}
      <Code>{proof.brand.code}</Code> · {t('proofs:screen.briefCode')} <Code>{proof.briefCode}</Code> ·{' '}
      {t('madeBy')} <bdi>{proof.madeBy}</bdi>
    </>
  );
}

function Loaded({ proof }: { readonly proof: DesignProofView }): ReactNode {
  const { t } = useTranslation('gate');
  const [first] = proof.pages;
  const [marked, setMarked] = useState<readonly string[]>([]);
  const open = useMemo(
    () => new Set(proof.notes.filter(({ status }) => status === 'open').map(({ id }) => id)),
    [proof.notes],
  );
  const picked = useMemo(() => marked.filter((id) => open.has(id)), [marked, open]);
  const pick = useCallback(
    (id: string) => setMarked((now) => (now.includes(id) ? now.filter((each) => each !== id) : [...now, id])),
    [],
  );
  const mayFold = proof.actions.some(({ step, allowed }) => step === 'fold' && allowed);
  const mayReplace = proof.actions.some(({ step, allowed }) => step === 'replace_file' && allowed);
  const picking = useMemo(() => (mayFold ? { picked, onPick: pick } : undefined), [mayFold, picked, pick]);
  return (
    <div className="stack">
      {proof.sentBackFor !== null && proof.state === 'draft' && (
        <p className="proof-telling proof-telling-back">
          <span>
            <b>{t('sentBackFor')}</b> <span dir="auto">{proof.sentBackFor}</span>
          </span>
        </p>
      )}
      <Telling side={STORE_SIDE} proof={proof} />
      {first ? (
        <Review
          side={STORE_SIDE}
          proof={proof}
          first={first}
          {...(picking ? { picking } : {})}
          before={
            <>
              <ProofPreflight proof={proof} />
              <GateSteps proof={proof} />
              {mayReplace && <ReplaceFile proof={proof} />}
              <TodoList proof={proof} />
            </>
          }
          after={
            <>
              {picked.length > 0 && <FoldBar proof={proof} picked={picked} onDone={() => setMarked([])} />}
              <Progress marks={proof.marks} />
            </>
          }
        />
      ) : (
        <NoPages />
      )}
    </div>
  );
}

/** How far the trader is, without a name. */
function Progress({ marks }: { readonly marks: DesignProofView['marks'] }): ReactNode {
  const { t } = useTranslation('gate');
  return (
    <p className="small muted proof-progress">
      {t('marks', { viewed: marks.viewed, commented: marks.commented, decided: marks.decided })}
    </p>
  );
}
