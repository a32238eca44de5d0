import type { VariantView } from '@qafila/shared/catalogue/catalogue.contract';
import { CalendarClock } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { Count } from '../../../ui/money';
import type { CellFault } from './quantity';

/** Below this many cases the stock is said. */
const LOW_CASES = 4;

interface CellNoteProps {
  readonly id: string;
  readonly variant: VariantView;
  readonly fault: CellFault | undefined;
  readonly onFix: (quantity: number) => void;
}

/** Below a cell: its price, how little is left, or what is wrong with one press to put it right. */
export function CellNote({ id, variant, fault, onFix }: CellNoteProps): ReactNode {
  const { t } = useTranslation('ordering');
  const format = useFormats();
  if (fault) {
    return (
      <span id={id} className="cell-note cell-fault">
        <span className={fault.code === 'step' ? 'cell-fault-text' : undefined}>{faultText(fault, t)}</span>
        {fault.fixes.map((fix) => (
          <button
            key={fix}
            type="button"
            className="fix"
            aria-label={t('grid.fixTo', { quantity: fix })}
            onClick={() => onFix(fix)}
          >
            <Count of={fix} />
          </button>
        ))}
      </span>
    );
  }
  if (!variant.price) {
    return (
      <span id={id} className="cell-note muted">
        {t('grid.noPrice')}
      </span>
    );
  }
  const isLow = variant.available > 0 && variant.available < variant.caseSize * LOW_CASES;
  return (
    <span id={id} className="cell-note muted">
      <bdi dir="ltr">{format.unitPrice(variant.price)}</bdi>
      {isLow && <span className="warn nowrap">{t('grid.left', { count: variant.available })}</span>}
      {variant.available === 0 && <SoldOut arrivesOn={variant.arrivesOn} />}
    </span>
  );
}

/** Nothing in stock: when it comes, if that is known. */
export function SoldOut({ arrivesOn }: { readonly arrivesOn: string | null }): ReactNode {
  const { t } = useTranslation('ordering');
  const format = useFormats();
  return (
    <span className="warn">
      <CalendarClock size={12} aria-hidden />{' '}
      {arrivesOn === null ? t('grid.soldOut') : t('grid.arrives', { date: format.dayMonth(arrivesOn) })}
    </span>
  );
}

/** A cell that takes nothing now: hatched, not reachable, with the day goods arrive. */
export function SoldOutCell({ variant }: { readonly variant: VariantView }): ReactNode {
  const { t } = useTranslation('ordering');
  const format = useFormats();
  const { arrivesOn } = variant;
  return (
    <div className="cell">
      <span className="cell-size">{format.words(variant.size)}</span>
      <span className="q q-out" aria-hidden />
      <span className="cell-note warn">
        {arrivesOn === null ? t('grid.soldOut') : t('grid.arrives', { date: format.dayMonth(arrivesOn) })}
      </span>
    </div>
  );
}

function faultText(
  fault: CellFault,
  t: (key: string, values: Readonly<Record<string, number>>) => string,
): string {
  if (fault.code === 'price') return t('grid.noPrice', {});
  if (fault.code === 'stock') return t('grid.onlyLeft', { count: fault.available });
  if (fault.code === 'minimum_quantity') return t('grid.atLeast', { count: fault.minimum });
  return t('grid.stepsOf', { step: fault.step });
}
