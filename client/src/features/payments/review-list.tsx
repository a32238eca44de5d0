import type { AnswerOf } from '@qafila/shared/access/endpoint';
import type { reviewMatches } from '@qafila/shared/payments/desk.contract';
import { shownReference } from '@qafila/shared/payments/reference.rules';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/i18n/format';
import { Chip } from '../../ui/chip';
import { Code, Digits, Money } from '../../ui/money';
import { gapOf } from './match-facts';

type ReviewView = AnswerOf<typeof reviewMatches>;
const SEAL = 12;

/** The rows as they will be booked, their total, and the beginning of the hash that seals them. */
export function ReviewList({ review }: { readonly review: ReviewView }): ReactNode {
  const { t } = useTranslation('payments');
  const format = useFormats();
  const waits = review.rows.filter((row) => row.needsTwoPeople && row.state === 'proposed').length;
  return (
    <div className="stack stack-tight">
      <div className="review-list">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('review.order')}</th>
              <th scope="col">{t('review.reference')}</th>
              <th scope="col" className="num">
                {t('review.amount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {review.rows.map((row) => {
              const gap = gapOf(row);
              return (
                <tr key={row.id}>
                  <td>
                    {row.kind !== 'order' && <>{t(`detail.kind.${row.kind}`)} · </>}
                    {row.order && (
                      <>
                        <Code>{row.order.code}</Code> ·{' '}
                      </>
                    )}
                    <bdi>{row.company}</bdi>
                  </td>
                  <td>{row.order && <Code>{shownReference(row.order.reference)}</Code>}</td>
                  <td className="num">
                    <Digits of={row.amount} />
                    {row.writtenOff.minor > 0 && (
                      <div>
                        <Chip tone="info">
                          {t('chip.writtenOff', { amount: format.isolate(format.amount(row.writtenOff)) })}
                        </Chip>
                      </div>
                    )}
                    {gap && (
                      <div>
                        <Chip tone="warn">
                          {t(`chip.${gap.kind}`, { amount: format.isolate(format.amount(gap.by)) })}
                        </Chip>
                      </div>
                    )}
                  </td>
                </tr>
              );
            })}
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
