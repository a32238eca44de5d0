import { withdrawMatch } from '@qafila/shared/payments/desk.contract';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { call, newKey } from '../../lib/call';
import { useFormats } from '../../lib/i18n/format';
import { usePermission } from '../../lib/session';
import { Button } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { Code } from '../../ui/money';
import { ErrorLine } from '../../ui/states';
import { has, isOpen, type Line, type Match } from './match-facts';
import { MatchNote } from './match-note';
import { MatchReasons } from './match-reasons';
import type { AskStep } from './use-asked';
import { useDeskStep } from './use-desk';

interface MatchPartProps {
  readonly line: Line;
  readonly match: Match;
  readonly onAsk: AskStep;
}

/** One match of a line: what it is for, why, and what stands out. */
export function MatchPart({ line, match, onAsk }: MatchPartProps): ReactNode {
  const { t } = useTranslation('payments');
  return (
    <div className="stack match-part">
      <div className="between detail-head">
        <h2>
          <MatchTitle match={match} />
        </h2>
        <StateChip match={match} />
      </div>
      <MatchReasons line={line} match={match} />
      {match.words !== null && (
        <p className="small">
          {t('detail.words')} <bdi>{match.words}</bdi>
        </p>
      )}
      {isOpen(match) ? <MatchNote match={match} /> : <Booked match={match} />}
      {line.matches.length > 1 && (
        <div className="inline">
          <PartSteps line={line} match={match} onAsk={onAsk} />
        </div>
      )}
    </div>
  );
}

function MatchTitle({ match }: { readonly match: Match }): ReactNode {
  const { t } = useTranslation('payments');
  const company = (
    <Link to={`/transfers/accounts/${match.companyId}`} title={t('detail.account')}>
      <bdi>{match.company}</bdi>
    </Link>
  );
  const order = match.order && <Code>{match.order.code}</Code>;
  if (match.kind === 'order') {
    return (
      <>
        {t('detail.title')} {order} · {company}
      </>
    );
  }
  return (
    <>
      {t(`detail.kind.${match.kind}`)} · {order} {company}
    </>
  );
}

function StateChip({ match }: { readonly match: Match }): ReactNode {
  const { t } = useTranslation('payments');
  const format = useFormats();
  if (match.state === 'returned') return <Chip tone="bad">{t('chip.returned')}</Chip>;
  if (!isOpen(match)) return <Chip tone="ok">{t('chip.confirmed')}</Chip>;
  if (has(match, 'order_closed')) return <Chip tone="bad">{t('chip.closed')}</Chip>;
  if (match.kind !== 'order' || !match.order) return null;
  return <Chip tone="warn">{t('detail.awaiting', { when: format.date(match.order.deadline) })}</Chip>;
}

const BOOKED: Readonly<Record<Match['kind'], string>> = {
  order: 'detail.bookedText',
  credit: 'detail.bookedCredit',
  payout: 'detail.bookedPayout',
  return: 'detail.bookedReturn',
  undo: 'detail.bookedReturn',
  refund: 'detail.bookedRefund',
  refund_back: 'detail.bookedRefundBack',
};
function Booked({ match }: { readonly match: Match }): ReactNode {
  const { t } = useTranslation('payments');
  return (
    <div className="match-note">
      <p>{t(match.state === 'returned' ? 'detail.returnedText' : BOOKED[match.kind])}</p>
    </div>
  );
}

/** Withdrawing happens at once, since it books nothing; what is booked is only asked to be taken back. */
export function PartSteps({ line, match, onAsk }: MatchPartProps): ReactNode {
  const { t } = useTranslation('payments');
  const mayConfirm = usePermission('transfer:confirm');
  const withdraw = useDeskStep({
    send: () =>
      call(withdrawMatch, {
        params: { id: match.id },
        body: { version: match.version },
        idempotencyKey: newKey(),
      }),
    done: t('detail.withdrawn'),
    onDone: () => undefined,
  });
  if (!mayConfirm) return null;
  if (isOpen(match)) {
    const word = match.kind === 'order' ? 'detail.notThis' : 'detail.withdraw';
    return (
      <div className="stack stack-tight">
        <Button kind="danger" busy={withdraw.isPending} onClick={() => withdraw.mutate(null)}>
          {t(word)}
        </Button>
        {withdraw.isError && <ErrorLine error={withdraw.error} />}
      </div>
    );
  }
  const isUndone = line.matches.some(({ kind }) => kind === 'undo');
  const mayUndo = match.state === 'confirmed' && (match.kind === 'order' || match.kind === 'credit');
  if (!mayUndo || isUndone) return null;
  return <Button onClick={() => onAsk('undo', line.id, match.id)}>{t('undo.action')}</Button>;
}
