import type { VariantView } from '@qafila/shared/catalogue/catalogue.contract';
import { parseWholeNumber } from '@qafila/shared/kernel/digits';
import { MOST_PIECES, quantityFault } from '@qafila/shared/ordering/ordering.rules';

type Rules = Pick<VariantView, 'caseSize' | 'minimumQuantity' | 'step' | 'available'>;
type SoldRules = Rules & Pick<VariantView, 'price'>;

/** A typed quantity in any digit set; empty is zero; `undefined` for what is no quantity. */
export function parseQuantity(typed: string): number | undefined {
  if (typed.trim() === '') return 0;
  const quantity = parseWholeNumber(typed);
  return quantity !== undefined && quantity <= MOST_PIECES ? quantity : undefined;
}

export type CellFault =
  | { readonly code: 'price'; readonly fixes: readonly number[] }
  | { readonly code: 'step'; readonly step: number; readonly fixes: readonly number[] }
  | { readonly code: 'minimum_quantity'; readonly minimum: number; readonly fixes: readonly number[] }
  | { readonly code: 'stock'; readonly available: number; readonly fixes: readonly number[] };

/** The most that stock allows in whole steps; zero when not even the minimum is there. */
export function mostInStock({ available, step, minimumQuantity }: Rules): number {
  const most = Math.floor(available / step) * step;
  return most >= minimumQuantity ? most : 0;
}

/** What stands against a quantity, with the quantities that would be right. */
export function cellFault(rules: SoldRules, quantity: number): CellFault | undefined {
  if (quantity === 0) return undefined;
  if (rules.price === null) return { code: 'price', fixes: [0] };
  const fault = quantityFault(rules, quantity);
  if (fault?.code === 'minimum_quantity') {
    return { code: 'minimum_quantity', minimum: fault.minimum, fixes: [0, fault.minimum] };
  }
  if (fault) {
    const fixes = [...new Set([fault.lower, fault.upper])].filter((fix) => fix <= MOST_PIECES);
    return { code: 'step', step: fault.step, fixes };
  }
  if (quantity > rules.available) {
    return { code: 'stock', available: rules.available, fixes: [mostInStock(rules)] };
  }
  return undefined;
}

/** One case more or less: snaps to whole steps, jumps over what lies below the minimum. */
export function addCases(rules: Rules, quantity: number, cases: number): number {
  const unit = rules.caseSize % rules.step === 0 ? rules.caseSize : rules.step;
  const whole = cases > 0 ? Math.floor(quantity / unit) : Math.ceil(quantity / unit);
  const next = Math.max(0, (whole + cases) * unit);
  if (next > 0 && next < rules.minimumQuantity) return cases > 0 ? rules.minimumQuantity : 0;
  return Math.min(next, Math.floor(MOST_PIECES / unit) * unit);
}
