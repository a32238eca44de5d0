import type { AnswerOf } from '@qafila/shared/access/endpoint';
import type { ReviewedMatchView, reviewMatches } from '@qafila/shared/payments/desk.contract';
import { shownReference } from '@qafila/shared/payments/reference.rules';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/i18n/format';
import { Code, Digits, Money } from '../../ui/money';
import { MatchChips } from './match-chips';
import { reviewChipsOf } from './match-facts';

type ReviewView = AnswerOf<typeof reviewMatches>;
const SEAL = 12;

/** The rows as they will be booked, their total, and the beginning of the hash that seals them. */
export function ReviewList({ review }: { readonly review: ReviewView }): ReactNode {
  const { t } = useTranslation('payments');
  const waits = review.rows.filter((row) => row.needsTwoPeople && row.state === 'proposed').length;
  return (
    <div className="stack stack-tight">
      <div className="review-list">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('review.order')}</th>
              <th scope="col">{t('review.line')}</th>
              <th scope="col" className="num">
                {t('review.amount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {review.rows.map((row) => (
              <ReviewRow key={row.id} match={row} />
            ))}
          </tbody>
        </table>
      </div>
      <div className="between review-total">
        <b>{t('review.total')}</b>
        <b>
          <Money of={review.total} />
        </b>
      </div>
      {waits > 0 && <p className="small muted">{t('review.waits', { count: waits })}</p>}
      <p className="small muted">
        {t('review.seal')} <Code>{review.hash.slice(0, SEAL)}</Code>
      </p>
    </div>
  );
}

/** One match: what it pays, what the bank told, what stands against it. */
function ReviewRow({ match }: { readonly match: ReviewedMatchView }): ReactNode {
  const { t } = useTranslation('payments');
  const format = useFormats();
  const { line, order } = match;
  return (
    <tr>
      <td className="review-cell">
        <div>
          {match.kind !== 'order' && <>{t(`detail.kind.${match.kind}`)} · </>}
          {order && (
            <>
              <Code>{order.code}</Code> ·{' '}
            </>
          )}
          <bdi>{match.company}</bdi>
        </div>
        {order && <Code>{shownReference(order.reference)}</Code>}
        <MatchChips chips={reviewChipsOf(match)} />
        {match.words !== null && (
          <div className="small">
            {t('detail.words')} <bdi>{match.words}</bdi>
          </div>
        )}
      </td>
      <td className="review-cell">
        <div>
          <span className="nowrap">{format.dayMonth(line.bookedOn)}</span> ·{' '}
          <bdi>{line.payerName || t('list.noPayer')}</bdi>
          {line.payerIbanTail !== null && (
            <>
              {' '}
              <Code>{`•••• ${line.payerIbanTail}`}</Code>
            </>
          )}
        </div>
        <div className="small muted review-text">
          <bdi>{line.text}</bdi>
        </div>
      </td>
      <td className="num review-cell">
        <Digits of={match.amount} />
        {match.amount.minor !== Math.abs(line.amount.minor) && (
          <div className="small muted">
            {t('review.ofLine', { amount: format.isolate(format.amount(line.amount)) })}
          </div>
        )}
      </td>
    </tr>
  );
}
