import { withdrawMatch } from '@qafila/shared/payments/payments.contract';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { call, newKey } from '../../lib/call';
import { useFormats } from '../../lib/i18n/format';
import { useSay } from '../../lib/i18n/say';
import { usePermission } from '../../lib/session';
import { Button } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { Code, Money } from '../../ui/money';
import { ErrorLine } from '../../ui/states';
import { sayDone } from '../../ui/toast';
import { MatchChips } from './match-chips';
import { canConfirm, has, type Line, type Match } from './match-facts';
import { MatchNote } from './match-note';
import { MatchReasons } from './match-reasons';
import { useDeskChanged } from './use-desk';

interface MatchDetailProps {
  readonly line: Line;
  /** False while a selection waits: then its bar carries the one filled button. */
  readonly isPrimary: boolean;
  readonly onReview: () => void;
  readonly onSetAside: () => void;
}

/** One line with its explained match and what can be done with it. */
export function MatchDetail(props: MatchDetailProps): ReactNode {
  const { t } = useTranslation('payments');
  const { line } = props;
  const match = line.match?.state === 'withdrawn' ? null : line.match;
  if (line.state === 'ignored' || line.state === 'reversed') return <SetAsideLine line={line} />;
  if (!match) return <Unmatched {...props} />;
  const isLive = match.state !== 'confirmed';
  return (
    <section className="card card-pad" aria-label={t('list.match')}>
      <div className="between detail-head">
        <h2>
          {t('detail.title')} <Code>{match.orderCode}</Code> · <bdi>{match.company}</bdi>
        </h2>
        <DeadlineChip match={match} isLive={isLive} />
      </div>
      <MatchReasons line={line} match={match} />
      <BankText line={line} />
      {isLive ? (
        <>
          <MatchNote match={match} />
          <Steps {...props} match={match} />
          <p className="small muted">{t('detail.foot')}</p>
        </>
      ) : (
        <div className="match-note">
          <p>{t('detail.bookedText')}</p>
        </div>
      )}
    </section>
  );
}

function DeadlineChip({ match, isLive }: { readonly match: Match; readonly isLive: boolean }): ReactNode {
  const { t } = useTranslation('payments');
  const format = useFormats();
  if (!isLive) return <Chip tone="ok">{t('chip.confirmed')}</Chip>;
  if (has(match, 'order_closed')) return <Chip tone="bad">{t('chip.closed')}</Chip>;
  return <Chip tone="warn">{t('detail.awaiting', { when: format.date(match.deadline) })}</Chip>;
}

function BankText({ line }: { readonly line: Line }): ReactNode {
  const { t } = useTranslation('payments');
  return (
    <p className="small muted">
      {t('detail.text')} · <bdi>{line.payerName}</bdi> · <bdi>{line.text}</bdi>
    </p>
  );
}

/** Review, and withdraw: only withdrawing happens at once, since it books nothing. */
function Steps({ match, isPrimary, onReview }: MatchDetailProps & { readonly match: Match }): ReactNode {
  const { t } = useTranslation('payments');
  const say = useSay();
  const mayConfirm = usePermission('transfer:confirm');
  const changed = useDeskChanged();
  const withdraw = useMutation({
    mutationFn: () =>
      call(withdrawMatch, {
        params: { id: match.id },
        body: { version: match.version },
        idempotencyKey: newKey(),
      }),
    onSuccess: () => sayDone(t('detail.withdrawn')),
    onSettled: changed,
  });
  const refusal = mayConfirm ? 'SECOND_PERSON_NEEDED' : 'NOT_ALLOWED';
  const reason = mayConfirm && canConfirm(match) ? undefined : say.reason({ code: refusal, params: {} });
  return (
    <div className="stack stack-tight">
      <div className="inline detail-steps">
        <Button
          kind={isPrimary ? 'primary' : 'plain'}
          onClick={onReview}
          {...(reason === undefined ? {} : { reason })}
        >
          {t(match.state === 'first_confirmed' ? 'detail.reviewSecond' : 'detail.review')}
        </Button>
        {mayConfirm && (
          <Button kind="danger" busy={withdraw.isPending} onClick={() => withdraw.mutate()}>
            {t('detail.notThis')}
          </Button>
        )}
      </div>
      <p className="small muted">{mayConfirm && t('detail.notThisText')}</p>
      {withdraw.isError && <ErrorLine error={withdraw.error} />}
    </div>
  );
}

function Unmatched({ line, isPrimary, onSetAside }: MatchDetailProps): ReactNode {
  const { t } = useTranslation('payments');
  const mayConfirm = usePermission('transfer:confirm');
  return (
    <section className="card card-pad" aria-label={t('list.match')}>
      <div className="between detail-head">
        <h2>{t('detail.noMatch')}</h2>
        <MatchChips line={line} />
      </div>
      <p className="detail-amount">
        <Money of={line.amount} />
      </p>
      <BankText line={line} />
      <p>{t('detail.noMatchText')}</p>
      {mayConfirm && (
        <div>
          <Button kind={isPrimary ? 'primary' : 'plain'} onClick={onSetAside}>
            {t('detail.setAside')}
          </Button>
        </div>
      )}
    </section>
  );
}

function SetAsideLine({ line }: { readonly line: Line }): ReactNode {
  const { t } = useTranslation('payments');
  return (
    <section className="card card-pad" aria-label={t('list.match')}>
      <div className="between detail-head">
        <h2>{t('detail.line')}</h2>
        <MatchChips line={line} />
      </div>
      <p className="detail-amount">
        <Money of={line.amount} />
      </p>
      <BankText line={line} />
      {line.ignoredReason !== null && (
        <p>
          {t('detail.ignoredText')} <bdi>{line.ignoredReason}</bdi>
        </p>
      )}
    </section>
  );
}
