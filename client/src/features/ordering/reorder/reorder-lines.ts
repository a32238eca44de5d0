import { lineNet, type Money, sum, type UnitPrice } from '@qafila/shared/kernel/money';
import type { Reason } from '@qafila/shared/ordering/order-views';
import { pieceAt, piecesAgain } from '@qafila/shared/ordering/ordering.rules';
import type { ReorderLine, ReorderPlan } from '@qafila/shared/ordering/reorder.contract';
import { parseQuantity } from '../grid/quantity';

/** What is typed beside a line, and whether it is taken. */
export interface Pick {
  readonly isTaken: boolean;
  readonly typed: string;
}
export type Picks = ReadonlyMap<string, Pick>;

/** Codes that the typed quantity decides; any other reason holds whatever is typed. */
const OF_QUANTITY: ReadonlySet<string> = new Set(['REORDER_ROUNDED', 'STOCK_SHORT']);

/** Every line that can come, in the pieces of then. */
export const picksOf = ({ lines }: ReorderPlan): Picks =>
  new Map(
    lines.flatMap((line) =>
      line.now ? [[line.variantId, { isTaken: true, typed: String(line.before.quantity) }]] : [],
    ),
  );

/** What a line comes to as it is typed now; `undefined` for what is no quantity. */
export interface LineNow {
  readonly quantity: number;
  readonly unitPrice: UnitPrice;
  readonly net: Money;
  readonly reasons: readonly Reason[];
}
export function lineNow(line: ReorderLine, typed: string): LineNow | undefined {
  const wished = parseQuantity(typed);
  if (!line.now || !wished) return undefined;
  const { terms } = line.now;
  const { quantity, reasons } = piecesAgain({ ...terms, sku: line.sku }, wished);
  const unitPrice = pieceAt(terms.unitPrice, terms.tiers, quantity);
  const lasting = line.reasons.filter(({ code }) => !OF_QUANTITY.has(code));
  return { quantity, unitPrice, net: lineNet(unitPrice, quantity), reasons: [...lasting, ...reasons] };
}

/** Whether a piece costs otherwise than then. */
export const isPriceMoved = (before: UnitPrice, now: UnitPrice): boolean =>
  before.per10k !== now.per10k || before.currency !== now.currency;

/** The lines that are taken, as the server is asked for them; `undefined` while one of them is no quantity. */
export function wantedOf({ lines }: ReorderPlan, picks: Picks) {
  const taken = lines.filter((line) => picks.get(line.variantId)?.isTaken);
  const wanted = taken.map((line) => ({
    variantId: line.variantId,
    quantity: parseQuantity(picks.get(line.variantId)?.typed ?? '') ?? 0,
  }));
  return wanted.every(({ quantity }) => quantity > 0) ? wanted : undefined;
}

/** Goods of the lines that are taken, before branding, carriage and VAT; `null` for none. */
export function goodsOf({ lines }: ReorderPlan, picks: Picks): Money | null {
  const nets = lines.flatMap((line) => {
    const pick = picks.get(line.variantId);
    return pick?.isTaken ? (lineNow(line, pick.typed)?.net ?? []) : [];
  });
  const [first] = nets;
  return first ? sum(nets, first.currency) : null;
}

/** Lines that come otherwise than they were, or not at all. */
export const changedLines = ({ lines }: ReorderPlan): ReorderLine[] =>
  lines.filter(
    ({ before, now, reasons }) =>
      reasons.length > 0 || (now !== null && isPriceMoved(before.unitPrice, now.unitPrice)),
  );
