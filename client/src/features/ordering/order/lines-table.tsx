import type { LineView } from '@qafila/shared/ordering/order-views';
import { BadgeCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { useSay } from '../../../lib/i18n/say';
import { Chip } from '../../../ui/chip';
import { type Column, DataTable } from '../../../ui/data-table';
import { Code, Count, Digits } from '../../../ui/money';
import { ProductPicture } from '../grid/product-picture';

/** What is ordered: goods, packing, quantity, price, net. */
export function LinesTable({ lines }: { readonly lines: readonly LineView[] }): ReactNode {
  const { t } = useTranslation('ordering');
  const format = useFormats();
  const columns: Column<LineView>[] = [
    { key: 'goods', head: t('lines.goods'), cell: (line) => <Goods line={line} /> },
    {
      key: 'quantity',
      head: t('lines.quantity'),
      isNumber: true,
      cell: (line) => <Count of={line.quantity} />,
    },
    {
      key: 'price',
      head: t('lines.price'),
      isNumber: true,
      cell: (line) => (
        <>
          <bdi dir="ltr">{format.unitPrice(line.unitPrice)}</bdi>
          {line.percentOff > 0 && (
            <div className="small good">
              <bdi dir="ltr">{`−${line.percentOff}%`}</bdi>
            </div>
          )}
        </>
      ),
    },
    {
      key: 'net',
      head: t('lines.net'),
      isNumber: true,
      cell: (line) => (
        <b>
          <Digits of={line.net} />
        </b>
      ),
    },
  ];
  return (
    <DataTable caption={t('lines.title')} columns={columns} rows={lines} rowKey={(line) => line.id} cards />
  );
}

function Goods({ line }: { readonly line: LineView }): ReactNode {
  const { t } = useTranslation('ordering');
  const format = useFormats();
  const say = useSay();
  return (
    <div className="product-head">
      <ProductPicture id={line.productId} hash={line.pictureHash} />
      <div>
        <b>{t('goods', { product: format.words(line.name), size: format.words(line.size) })}</b>
        <div className="small muted product-facts">
          <Code>{line.sku}</Code>
          {line.pack === 'private_label' ? (
            <Chip tone="ok" icon={BadgeCheck}>
              {t('pack.ownLabel')} <Code>{line.specCode ?? ''}</Code>
            </Chip>
          ) : (
            <Chip>{t('pack.neutral')}</Chip>
          )}
        </div>
        {line.faults.map((fault) => (
          <div key={fault.code} className="small bad">
            {say.reason(fault)}
          </div>
        ))}
      </div>
    </div>
  );
}
