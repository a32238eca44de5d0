import { attemptEvidence, type AttemptDetail as Detail } from '@qafila/shared/payments/gateways.contract';
import { methodName } from '@qafila/shared/payments/methods';
import { useQuery } from '@tanstack/react-query';
import { FileText } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rawUrl } from '../../../lib/call';
import { useLocale } from '../../../lib/i18n/locale';
import { usePermission } from '../../../lib/session';
import { Button, LinkButton } from '../../../ui/button';
import { Money } from '../../../ui/money';
import { CardsSkeleton } from '../../../ui/skeleton';
import { ErrorLine, ErrorState } from '../../../ui/states';
import { sayDone } from '../../../ui/toast';
import { ReasonDialog } from '../reason-dialog';
import { AttemptChips, markOf } from './attempt-chips';
import { AttemptFacts } from './attempt-facts';
import { AttemptHistory, AttemptLedger } from './attempt-history';
import { DisputePart } from './dispute-part';
import { attemptQuery, useAttemptActs } from './use-gateways';

/** One attempt: what was asked, what its gateway tells, what is booked, and what a person can do. */
export function AttemptDetail({ id }: { readonly id: string }): ReactNode {
  const attempt = useQuery(attemptQuery(id));
  if (attempt.isError) return <ErrorState error={attempt.error} onRetry={() => void attempt.refetch()} />;
  if (!attempt.data) return <CardsSkeleton cards={1} />;
  return <Shown attempt={attempt.data} />;
}

function Shown({ attempt }: { readonly attempt: Detail }): ReactNode {
  const { t } = useTranslation('gateways');
  const { locale } = useLocale();
  const mark = markOf(attempt);
  return (
    <section className="card card-pad stack" aria-label={t('detail.label')}>
      <div className="between detail-head">
        <h2>
          <bdi>{methodName(attempt.method, locale)}</bdi>
        </h2>
        <AttemptChips attempt={attempt} />
      </div>
      <p className="detail-amount">
        <Money of={attempt.pay} />
      </p>
      {mark !== null && (
        <div className="match-note">
          {mark !== 'dispute' && <b>{t(`flag.${mark}`)}</b>}
          <p>{t(`what.${mark}`)}</p>
        </div>
      )}
      {attempt.failure !== null && <p>{t(`failure.${attempt.failure}`)}</p>}
      <Acts attempt={attempt} />
      {attempt.dispute && (
        <>
          <DisputePart dispute={attempt.dispute} />
          <a
            href={rawUrl(attemptEvidence, { params: { id: attempt.id } })}
            target="_blank"
            rel="noreferrer"
            className="inline-tight"
          >
            <FileText size={16} aria-hidden /> {t('dispute.evidence')}
          </a>
        </>
      )}
      <AttemptFacts attempt={attempt} />
      <AttemptLedger attempt={attempt} />
      <AttemptHistory attempt={attempt} />
    </section>
  );
}

function Acts({ attempt }: { readonly attempt: Detail }): ReactNode {
  const { t } = useTranslation('gateways');
  const maySettle = usePermission('gateway:settle');
  const mayRefund = usePermission('refund:ask');
  const [isSettling, setSettling] = useState(false);
  const { look, settle } = useAttemptActs(attempt, () => {
    setSettling(false);
    sayDone(t('settle.done'));
  });
  if (!maySettle) return null;
  const { flag } = attempt;
  return (
    <>
      <div className="inline detail-steps">
        {flag !== null && (
          <Button kind="primary" onClick={() => setSettling(true)}>
            {t('detail.settle')}
          </Button>
        )}
        <Button
          busy={look.isPending}
          onClick={() => look.mutate(undefined, { onSuccess: () => sayDone(t('detail.looked')) })}
        >
          {t('detail.look')}
        </Button>
        {mayRefund && attempt.state === 'captured' && (
          <LinkButton to="/refunds" search={{ attempt: attempt.id }}>
            {t('detail.refund')}
          </LinkButton>
        )}
      </div>
      <ErrorLine error={look.error} />
      {isSettling && flag !== null && (
        <ReasonDialog
          title={t('settle.title', { flag: t(`flag.${flag}`) })}
          lead={t('settle.lead')}
          hint={t('settle.hint')}
          action={t('settle.action')}
          isBusy={settle.isPending}
          error={settle.error}
          onConfirm={settle.mutate}
          onClose={() => setSettling(false)}
        />
      )}
    </>
  );
}
