import { isZero } from '@qafila/shared/kernel/money';
import type { OrderHead } from '@qafila/shared/ordering/order-views';
import { STANDARD_VAT } from '@qafila/shared/ordering/ordering.rules';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { Digits, Money } from '../../../ui/money';

const BASIS_POINTS_IN_PERCENT = 100;

interface TotalsProps {
  readonly totals: OrderHead['totals'];
  /** What stands beside "shipping": a pallet, or so many parcels. */
  readonly shippingNote?: string;
  readonly vatCategory?: 'standard' | 'export';
}

/** Goods, branding, shipping, VAT and total, amounts at the inline end. */
export function Totals({ totals, shippingNote, vatCategory }: TotalsProps): ReactNode {
  const { t } = useTranslation('ordering');
  const format = useFormats();
  const isExport =
    vatCategory === 'export' || (vatCategory === undefined && isZero(totals.vat) && !isZero(totals.goods));
  const rate = format.percent(STANDARD_VAT.value / BASIS_POINTS_IN_PERCENT);
  return (
    <dl className="rows">
      <div>
        <dt>{t('totals.goods')}</dt>
        <dd>
          <Digits of={totals.goods} />
        </dd>
      </div>
      {!isZero(totals.branding) && (
        <div>
          <dt>{t('totals.branding')}</dt>
          <dd>
            <Digits of={totals.branding} />
          </dd>
        </div>
      )}
      <div>
        <dt>
          {t('totals.shipping')}
          {shippingNote !== undefined && <span className="muted"> · {shippingNote}</span>}
        </dt>
        <dd>
          <Digits of={totals.shipping} />
        </dd>
      </div>
      <div>
        <dt>{isExport ? t('totals.vatExport') : t('totals.vat', { rate })}</dt>
        <dd>
          <Digits of={totals.vat} />
        </dd>
      </div>
      <div className="rows-total">
        <dt>{t('totals.total')}</dt>
        <dd>
          <Money of={totals.total} />
        </dd>
      </div>
    </dl>
  );
}
