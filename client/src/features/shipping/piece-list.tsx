import { productPicture } from '@qafila/shared/catalogue/catalogue.contract';
import type { ParcelView } from '@qafila/shared/shipping/shipping.contract';
import { Circle } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { rawUrl } from '../../lib/call';
import { useFormats } from '../../lib/i18n/format';
import { Chip } from '../../ui/chip';
import { Code } from '../../ui/money';

export type Piece = ParcelView['items'][number];

/** The first piece still to come: the one on the screen in colour. */
export const nextPiece = (parcel: ParcelView): Piece | undefined =>
  parcel.items.find((item) => item.packed < item.quantity);

/** What goes into the parcel, with big counters. */
export function PieceList({ parcel }: { readonly parcel: ParcelView }): ReactNode {
  const { t } = useTranslation('shipping');
  const next = parcel.state === 'picking' ? nextPiece(parcel) : undefined;
  return (
    <section className="card pieces" aria-label={t('pieces.caption')}>
      <ul>
        {parcel.items.map((item) => (
          <PieceRow key={item.lineId} item={item} isNext={item === next} />
        ))}
      </ul>
    </section>
  );
}

function PieceRow({ item, isNext }: { readonly item: Piece; readonly isNext: boolean }): ReactNode {
  const { t } = useTranslation('shipping');
  const format = useFormats();
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isNext) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isNext]);
  const isDone = item.packed >= item.quantity;
  const picture = rawUrl(productPicture, { params: { id: item.productId }, query: { v: item.pictureHash } });
  const count = t('pieces.count', { packed: item.packed, quantity: item.quantity });
  return (
    <li
      ref={row}
      className={isNext ? 'piece piece-next' : 'piece'}
      aria-current={isNext ? 'step' : undefined}
    >
      <img src={picture} alt="" width={56} height={56} />
      <div className="piece-text">
        <b>
          <bdi>{format.words(item.name)}</bdi> <bdi>{format.words(item.size)}</bdi>
        </b>
        <div className="small muted piece-facts">
          <span>{t('pieces.shelf', { shelf: format.isolate(item.shelf) })}</span>
          <Code>{item.gtin}</Code>
          <Code>{item.sku}</Code>
          <span>
            {item.specCode === null
              ? t('pieces.neutral')
              : t('pieces.label', { code: format.isolate(item.specCode) })}
          </span>
        </div>
      </div>
      <span className="piece-count">
        <span className="sr-only">{count}</span>
        <bdi dir="ltr" aria-hidden>
          <b>{item.packed}</b>
          <span className="muted"> / {item.quantity}</span>
        </bdi>
      </span>
      <span className="piece-chip">
        {isDone && <Chip tone="ok">{t('pieces.done')}</Chip>}
        {!isDone && isNext && <Chip tone="info">{t('pieces.next')}</Chip>}
        {!isDone && !isNext && <Chip icon={Circle}>{t('pieces.waiting')}</Chip>}
      </span>
    </li>
  );
}
