import type { ProductView, VariantView } from '@qafila/shared/catalogue/catalogue.contract';
import { Minus, Plus } from 'lucide-react';
import { type KeyboardEvent, memo, type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { useDraftLine, useDraftParts } from '../draft/draft-context';
import { packFor } from '../draft/pack-choice';
import { MARKS } from '../draft/places';
import { CellNote, SoldOutCell } from './cell-note';
import { addCases, cellFault, parseQuantity } from './quantity';

interface CellProps {
  readonly product: ProductView;
  readonly variant: VariantView;
}

/** Sets the quantity of a variant in the draft, packed as its product is. */
export function useSetQuantity({ product, variant }: CellProps): (quantity: number) => void {
  const { store, brands, wantedSpecId } = useDraftParts();
  return (quantity) => {
    const { lines, header } = store.read();
    const brand = brands.find((each) => each.id === header.brandProfileId);
    const choice = lines.get(variant.id) ?? packFor(product, { brand, wantedSpecId }, (id) => lines.get(id));
    store.setLine({ variantId: variant.id, quantity, pack: choice.pack, specId: choice.specId });
  };
}

/** What is typed, until the cell is left; the draft follows every whole number. */
function useCellText(props: CellProps) {
  const line = useDraftLine(props.variant.id);
  const set = useSetQuantity(props);
  const quantity = line?.quantity ?? 0;
  const [typed, setTyped] = useState<string | null>(null);
  const [before, setBefore] = useState(0);
  const type = (text: string): void => {
    if (typed === null) setBefore(quantity);
    setTyped(text);
    const parsed = parseQuantity(text);
    if (parsed !== undefined && parsed !== quantity) set(parsed);
  };
  const restore = (): void => {
    setTyped(null);
    if (typed !== null && before !== quantity) set(before);
  };
  const put = (next: number): void => {
    setTyped(null);
    if (next !== quantity) set(next);
  };
  const text = typed ?? (quantity === 0 ? '' : String(quantity));
  return { quantity, text, isTyping: typed !== null, type, restore, put, leave: () => setTyped(null) };
}

/** One cell of the matrix: size above, quantity, price or fault below. */
export const QuantityCell = memo(function QuantityCell({ product, variant }: CellProps): ReactNode {
  const { t } = useTranslation('ordering');
  const format = useFormats();
  const noteId = useId();
  const cell = useCellText({ product, variant });
  const fault = cellFault(variant, cell.quantity);
  const isUnread = cell.isTyping && parseQuantity(cell.text) === undefined;
  const onKey = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Escape') cell.restore();
    else if (event.key === '+' || event.key === '-') {
      cell.put(addCases(variant, cell.quantity, event.key === '+' ? 1 : -1));
    } else return;
    event.preventDefault();
  };
  if (variant.available === 0 && cell.quantity === 0 && !cell.isTyping)
    return <SoldOutCell variant={variant} />;
  const state = fault || isUnread ? 'q q-bad' : cell.quantity > 0 ? 'q q-has' : 'q';
  return (
    <div className="cell">
      <span className="cell-size">{format.words(variant.size)}</span>
      <input
        className={state}
        inputMode="numeric"
        autoComplete="off"
        dir="ltr"
        tabIndex={-1}
        data-cell
        data-place={MARKS.cell(variant.id)}
        aria-label={t('grid.cell', { product: format.words(product.name), size: format.words(variant.size) })}
        aria-describedby={noteId}
        aria-invalid={fault !== undefined || isUnread || undefined}
        value={cell.text}
        onChange={(event) => cell.type(event.target.value)}
        onBlur={cell.leave}
        onKeyDown={onKey}
      />
      <CellNote id={noteId} variant={variant} fault={fault} onFix={cell.put} />
    </div>
  );
});

/** The same on a phone: a stepper of one case, wide enough for a thumb. */
export const QuantityStepper = memo(function QuantityStepper({ product, variant }: CellProps): ReactNode {
  const { t } = useTranslation('ordering');
  const format = useFormats();
  const noteId = useId();
  const cell = useCellText({ product, variant });
  const fault = cellFault(variant, cell.quantity);
  const name = t('grid.cell', { product: format.words(product.name), size: format.words(variant.size) });
  const isSoldOut = variant.available === 0 && cell.quantity === 0;
  return (
    <div className="stepper-row">
      <span className="stepper-what">
        <span>{format.words(variant.size)}</span>
        {!fault && <CellNote id={noteId} variant={variant} fault={undefined} onFix={cell.put} />}
      </span>
      {!isSoldOut && (
        <span className="qty-stepper" dir="ltr">
          <button
            type="button"
            className="btn"
            aria-label={t('grid.less', { name })}
            onClick={() => cell.put(addCases(variant, cell.quantity, -1))}
          >
            <Minus size={16} aria-hidden />
          </button>
          <input
            className={fault ? 'q q-bad' : cell.quantity > 0 ? 'q q-has' : 'q'}
            inputMode="numeric"
            autoComplete="off"
            dir="ltr"
            data-place={MARKS.cell(variant.id)}
            aria-label={name}
            aria-describedby={noteId}
            aria-invalid={fault !== undefined || undefined}
            value={cell.text}
            onChange={(event) => cell.type(event.target.value)}
            onBlur={cell.leave}
          />
          <button
            type="button"
            className="btn"
            aria-label={t('grid.more', { name })}
            onClick={() => cell.put(addCases(variant, cell.quantity, 1))}
          >
            <Plus size={16} aria-hidden />
          </button>
        </span>
      )}
      {fault && <CellNote id={noteId} variant={variant} fault={fault} onFix={cell.put} />}
    </div>
  );
});
