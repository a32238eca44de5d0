import type { Reason } from '@qafila/shared/ordering/order-views';
import type { Faulty } from './draft-sums';
import type { DraftPart } from './part-switch';

/** A control of the draft where something is put right. */
export interface Place {
  /** How the control is marked in the page. */
  readonly mark: string;
  /** The side of the draft it stands on; `null` for what stands beside both. */
  readonly part: DraftPart | null;
  /** The good whose cell it is: no filter may hide it. */
  readonly variantId?: string;
}

export const MARKS = {
  cell: (variantId: string): string => `cell ${variantId}`,
  gone: (variantId: string): string => `gone ${variantId}`,
  share: (recipient: number, variantId: string): string => `share ${recipient} ${variantId}`,
  address: 'address',
  brand: 'brand',
  addRecipient: 'add-recipient',
} as const;

export interface PlaceFacts {
  /** In the order they stand in the grid. */
  readonly faulty: readonly Faulty[];
  /** Pieces of each good nobody gets yet; negative when more is given than ordered. */
  readonly left: ReadonlyMap<string, number>;
  readonly recipients: readonly { readonly items: readonly { readonly variantId: string }[] }[];
  readonly canChooseBrand: boolean;
}

/** True where the draft asks which brand it ships under: there are several, or the chosen one no longer ships. */
export const hasBrandChoice = (brands: readonly { readonly id: string }[], chosen: string | null): boolean =>
  brands.length > 1 || (chosen !== null && brands.some(({ id }) => id !== chosen));

const isUnsold = ({ why }: Faulty): boolean => why === 'gone' || why === 'price';

/** Where a good that left the catalogue is taken out. */
export const placeOfGone = (variantId: string): Place => ({ mark: MARKS.gone(variantId), part: 'goods' });

function lineOf(faulty: Faulty | undefined): Place | undefined {
  if (!faulty) return undefined;
  const { variantId, why } = faulty;
  if (why === 'gone') return placeOfGone(variantId);
  return { mark: MARKS.cell(variantId), part: 'goods', variantId };
}

/** What is given too often is taken from who has it; what is left goes to who has nothing yet, else to the first. */
function shareOf({ left, recipients }: PlaceFacts): Place | undefined {
  const open = [...left].find(([, pieces]) => pieces !== 0);
  const empty = recipients.findIndex(({ items }) => items.length === 0);
  const variantId = open?.[0] ?? [...left.keys()][0];
  if (variantId === undefined || recipients.length === 0) return undefined;
  const holder = recipients.findIndex(({ items }) => items.some((item) => item.variantId === variantId));
  const recipient = Math.max(0, open && open[1] < 0 ? holder : empty);
  return { mark: MARKS.share(recipient, variantId), part: 'recipients' };
}

/** Where a reason that closes the review is put right; `undefined` for what is put right nowhere in particular. */
export function placeOf(code: Reason['code'], facts: PlaceFacts): Place | undefined {
  switch (code) {
    case 'VARIANT_UNKNOWN':
      return lineOf(facts.faulty.find(isUnsold));
    case 'LINES_NEED_ATTENTION':
    case 'STOCK_SHORT':
      return lineOf(facts.faulty.find((each) => !isUnsold(each)));
    case 'WAREHOUSE_ADDRESS_MISSING':
      return { mark: MARKS.address, part: null };
    case 'BRAND_MISSING':
      return facts.canChooseBrand ? { mark: MARKS.brand, part: null } : undefined;
    case 'RECIPIENTS_MISSING':
      return { mark: MARKS.addRecipient, part: 'recipients' };
    case 'GOODS_NOT_ALLOCATED':
      return shareOf(facts);
    default:
      return undefined;
  }
}

const OF_THE_DRAFT = [
  'VARIANT_UNKNOWN',
  'LINES_NEED_ATTENTION',
  'STOCK_SHORT',
  'WAREHOUSE_ADDRESS_MISSING',
  'BRAND_MISSING',
  'RECIPIENTS_MISSING',
  'GOODS_NOT_ALLOCATED',
];

/** What the address of the draft says for a reason of its review: the reason itself, or a search for the good it names. */
export function wayOf({ code, params }: Reason): Readonly<Record<string, string>> | undefined {
  if (code === 'SPEC_NOT_LOCKED') return { q: String(params.sku) };
  return OF_THE_DRAFT.includes(code) ? { mend: code } : undefined;
}
