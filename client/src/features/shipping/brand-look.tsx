import type { ParcelView } from '@qafila/shared/shipping/shipping.contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { brandPanel } from './brand-colours';

/** How the parcel has to look: the brand's name in the brand's colours. */
export function BrandLook({ parcel }: { readonly parcel: ParcelView }): ReactNode {
  const { t } = useTranslation('shipping');
  const { ground, writing } = brandPanel(parcel);
  const name = `\u2068${parcel.brandName}\u2069`;
  return (
    <section className="card card-pad brand-look" aria-label={t('look.title', { name })}>
      <div className="brand-panel" style={{ background: ground, color: writing }}>
        <bdi translate="no">{parcel.brandName}</bdi>
      </div>
      <p className="small muted">{t('look.text')}</p>
    </section>
  );
}
