import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/i18n/format';
import { Digits } from '../../ui/money';
import { MatchChips } from './match-chips';
import { canConfirm, chipsOf, type Line } from './match-facts';
import type { Selection } from './use-selection';

interface LineListProps {
  readonly lines: readonly Line[];
  readonly selection: Selection;
}

/** The credit lines: what came, from whom, and what it matches. */
export function LineList({ lines, selection }: LineListProps): ReactNode {
  const { t } = useTranslation('payments');
  const { exact, ticked, toggleExact } = selection;
  const isAll = exact.length > 0 && exact.every((line) => ticked.has(line.id));
  return (
    <div className="card table-wrap">
      <table className="table lines">
        <caption className="sr-only">{t('list.caption')}</caption>
        <thead>
          <tr>
            <td className="line-tick">
              {exact.length > 0 && (
                <input
                  type="checkbox"
                  aria-label={t('list.tickAll')}
                  title={t('list.tickAll')}
                  checked={isAll}
                  onChange={toggleExact}
                />
              )}
            </td>
            <th scope="col">{t('list.booked')}</th>
            <th scope="col">{t('list.payer')}</th>
            <th scope="col" className="num">
              {t('list.amount')}
            </th>
            <th scope="col">{t('list.match')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <LineRow key={line.id} line={line} selection={selection} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function LineRow({ line, selection }: { readonly line: Line; readonly selection: Selection }): ReactNode {
  const { t } = useTranslation('payments');
  const format = useFormats();
  const row = useRef<HTMLTableRowElement>(null);
  // Not every bank names who paid.
  const payer = line.payerName || t('list.noPayer');
  const isOpen = selection.open?.id === line.id;
  const isTicked = selection.ticked.has(line.id);
  useEffect(() => {
    if (isOpen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  return (
    <tr
      ref={row}
      data-open="true"
      className={isOpen ? 'line-open' : undefined}
      onClick={() => selection.show(line.id)}
    >
      <td className="line-tick">
        {canConfirm(line) && (
          <input
            type="checkbox"
            aria-label={t('list.tick', { payer })}
            checked={isTicked}
            onClick={(event) => event.stopPropagation()}
            onChange={() => selection.toggle(line)}
          />
        )}
      </td>
      <td className="nowrap line-date">{format.dayMonth(line.bookedOn)}</td>
      <td className="line-payer">
        <button type="button" className="line-name" aria-current={isOpen ? 'true' : undefined}>
          <bdi>{payer}</bdi>
        </button>
        <div className="small muted">
          <bdi>{line.text}</bdi>
        </div>
      </td>
      <td className="num line-amount">
        <Digits of={line.amount} />
      </td>
      <td className="line-match">
        <MatchChips chips={chipsOf(line)} />
      </td>
    </tr>
  );
}
