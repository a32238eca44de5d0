import type { BrandProfileView } from '@qafila/shared/branding/branding.contract';
import type { ProductView } from '@qafila/shared/catalogue/catalogue.contract';
import { createContext, type ReactNode, useContext, useMemo, useSyncExternalStore } from 'react';
import type { DraftState, DraftStore } from './draft-store';
import type { Catalogue, DraftSums } from './draft-sums';
import { catalogueOf, draftBlockers, draftSums, piecesLeft, previewTotals } from './draft-sums';
import type { DraftLine } from './save-queue';

interface DraftParts {
  readonly store: DraftStore;
  readonly products: readonly ProductView[];
  readonly catalogue: Catalogue;
  readonly brands: readonly BrandProfileView[];
  /** The spec the draft was begun for; `null` for none. */
  readonly wantedSpecId: string | null;
}
const DraftContext = createContext<DraftParts | undefined>(undefined);

interface DraftProviderProps {
  readonly store: DraftStore;
  readonly products: readonly ProductView[];
  readonly brands: readonly BrandProfileView[];
  readonly wantedSpecId: string | null;
  readonly children: ReactNode;
}

/** Gives the draft to the parts of its screen. */
export function DraftProvider(props: DraftProviderProps): ReactNode {
  const { store, products, brands, wantedSpecId, children } = props;
  const parts = useMemo(
    () => ({ store, products, brands, wantedSpecId, catalogue: catalogueOf(products) }),
    [store, products, brands, wantedSpecId],
  );
  return <DraftContext value={parts}>{children}</DraftContext>;
}

/** Store, goods and brands of the draft. */
export function useDraftParts(): DraftParts {
  const parts = useContext(DraftContext);
  if (!parts) throw new Error('DraftProvider is missing');
  return parts;
}

/** The draft as it stands; the part draws again with every change. */
export function useDraft(): DraftState {
  const { store } = useDraftParts();
  return useSyncExternalStore(store.subscribe, store.read);
}

/** One line of the draft; the cell draws again only when it changes. */
export function useDraftLine(variantId: string): DraftLine | undefined {
  const { store } = useDraftParts();
  return useSyncExternalStore(store.subscribe, () => store.read().lines.get(variantId));
}

/** The brand the draft ships under. */
export function useDraftBrand(): BrandProfileView | undefined {
  const { store, brands } = useDraftParts();
  const id = useSyncExternalStore(store.subscribe, () => store.read().header.brandProfileId);
  return brands.find((brand) => brand.id === id);
}

export interface DraftVerdict extends DraftSums {
  readonly left: ReadonlyMap<string, number>;
  readonly blockers: ReturnType<typeof draftBlockers>;
}

/** Totals of the draft as typed; while the server has not answered, decided by its own functions here. */
export function useDraftTotals(goods: DraftSums['goods']): DraftState['head']['totals'] {
  const { head, header, order, recipients, save } = useDraft();
  if (save === 'saved') return head.totals;
  const preview = previewTotals({
    goods,
    branding: head.totals.branding,
    shipTo: header.shipTo,
    country: order.addresses.find((address) => address.id === header.addressId)?.country ?? 'SA',
    parcels: recipients.length,
  });
  return preview ?? { ...head.totals, goods };
}

/** Sums of the draft as typed and what stands against reviewing it. */
export function useDraftVerdict(): DraftVerdict {
  const { catalogue } = useDraftParts();
  const { lines, head, header, recipients } = useDraft();
  const { required } = head.minimum;
  const hasBrand = useDraftBrand() !== undefined;
  return useMemo(() => {
    const sums = draftSums(lines.values(), catalogue, required.currency);
    const left = piecesLeft(lines.values(), recipients);
    const facts = { ...sums, required, header, catalogue, recipients, left, hasBrand };
    return { ...sums, left, blockers: draftBlockers(facts) };
  }, [lines, catalogue, required, header, recipients, hasBrand]);
}
