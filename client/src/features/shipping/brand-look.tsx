import { type ParcelView, parcelLogo } from '@qafila/shared/shipping/shipping.contract';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { brandPanel } from '../../lib/brand-colours';
import { rawUrl } from '../../lib/call';

/** How the parcel has to look: the brand's name in its colours, and its logo. */
export function BrandLook({ parcel }: { readonly parcel: ParcelView }): ReactNode {
  const { t } = useTranslation('shipping');
  const [isLost, setLost] = useState(false);
  const { ground, writing } = brandPanel(parcel);
  const name = `\u2068${parcel.brandName}\u2069`;
  return (
    <section className="card card-pad brand-look" aria-label={t('look.title', { name })}>
      <div className="brand-both">
        <div className="brand-panel" style={{ background: ground, color: writing }}>
          <bdi translate="no">{parcel.brandName}</bdi>
        </div>
        {parcel.hasLogo && !isLost && (
          <img
            className="brand-logo"
            src={rawUrl(parcelLogo, { params: { id: parcel.id } })}
            alt={t('look.logo', { name })}
            onError={() => setLost(true)}
          />
        )}
      </div>
      <p className="small muted">{t('look.text')}</p>
    </section>
  );
}
