import type { ProductView } from '@qafila/shared/catalogue/catalogue.contract';
import { type Money, sum } from '@qafila/shared/kernel/money';
import { tierFor } from '@qafila/shared/ordering/ordering.rules';
import { type ReactNode, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { Count, Digits } from '../../../ui/money';
import { useDraftParts } from '../draft/draft-context';
import { netOf } from '../draft/draft-sums';
import { cellFault } from './quantity';

interface RowSums {
  readonly units: number;
  readonly net: Money | undefined;
  readonly hasFault: boolean;
  readonly entered: readonly {
    readonly variant: ProductView['variants'][number];
    readonly quantity: number;
  }[];
}

/** Pieces and net of one product's lines, as typed. */
export function useRowSums(product: ProductView): RowSums {
  const { store } = useDraftParts();
  const key = useSyncExternalStore(store.subscribe, () =>
    product.variants.map((variant) => store.read().lines.get(variant.id)?.quantity ?? 0).join(),
  );
  const quantities = key.split(',').map(Number);
  const entered = product.variants
    .map((variant, index) => ({ variant, quantity: quantities[index] ?? 0 }))
    .filter(({ quantity }) => quantity > 0);
  const nets = entered.flatMap(({ variant, quantity }) => netOf(variant, quantity) ?? []);
  const first = nets[0];
  return {
    units: entered.reduce((total, { quantity }) => total + quantity, 0),
    net: first && sum(nets, first.currency),
    hasFault: entered.some(({ variant, quantity }) => cellFault(variant, quantity) !== undefined),
    entered,
  };
}

/** The tier that is reached, or the pieces to the next one. */
export function TierHint({ sums }: { readonly sums: RowSums }): ReactNode {
  const { t } = useTranslation('ordering');
  const format = useFormats();
  if (sums.hasFault) return <span className="bad">{t('grid.fixQuantity')}</span>;
  const tiers = sums.entered.map(({ variant, quantity }) => ({
    variant,
    ...tierFor(variant.tiers, quantity),
  }));
  const best = [...tiers].sort((a, b) => b.percentOff - a.percentOff)[0];
  if (best && best.percentOff > 0) {
    const from = best.variant.tiers.find((tier) => tier.percentOff === best.percentOff)?.from ?? 0;
    const words = { from: format.isolate(`${from}+`), percent: format.isolate(`−${best.percentOff}%`) };
    return <span className="good">{t('grid.tier', words)}</span>;
  }
  const next = tiers.flatMap((tier) => tier.next ?? []).sort((a, b) => a.missing - b.missing)[0];
  if (!next) return null;
  const words = { missing: format.number(next.missing), percent: format.isolate(`−${next.percentOff}%`) };
  return <span className="muted">{t('grid.nextTier', words)}</span>;
}

/** The two closing cells of a row. */
export function RowTotals({ product }: { readonly product: ProductView }): ReactNode {
  const sums = useRowSums(product);
  return (
    <>
      <td className={sums.units === 0 ? 'num muted' : 'num'}>
        <Count of={sums.units} />
      </td>
      <td className="num row-total">
        {sums.net ? (
          <>
            <b>
              <Digits of={sums.net} />
            </b>
            <div className="small">
              <TierHint sums={sums} />
            </div>
          </>
        ) : (
          <span className="muted" aria-hidden>
            {'—'}
          </span>
        )}
      </td>
    </>
  );
}
