import { Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../../lib/i18n/locale';
import { Button } from '../../../ui/button';
import { SelectField } from '../../../ui/field';
import { Segments } from '../../../ui/segments';
import { useDraft, useDraftBrand, useDraftParts } from './draft-context';
import { useDraftPart } from './part-switch';
import { hasBrandChoice, MARKS } from './places';

/** Where the goods go and under which brand. */
export function Destination(): ReactNode {
  const { t } = useTranslation('ordering');
  const { locale } = useLocale();
  const { store, brands } = useDraftParts();
  const { header, order, recipients } = useDraft();
  const brand = useDraftBrand();
  const [part, setPart] = useDraftPart();
  const choose = t('destination.choose');
  const brandOptions = brands.map((brand) => ({
    value: brand.id,
    text: (locale === 'ar' ? brand.nameArabic : null) ?? brand.nameLatin,
  }));
  return (
    <>
      <Segments
        label={t('destination.label')}
        wide
        value={header.shipTo}
        onChange={(shipTo) => store.setHeader({ shipTo })}
        options={[
          { value: 'warehouse', text: t('destination.warehouse') },
          { value: 'customers', text: t('destination.customers') },
        ]}
      />
      {header.shipTo === 'warehouse' && (
        <SelectField
          label={t('destination.address')}
          data-place={MARKS.address}
          value={header.addressId ?? ''}
          hint={
            <bdi>{order.addresses.find((address) => address.id === header.addressId)?.lines.join(' · ')}</bdi>
          }
          options={[
            ...(header.addressId === null ? [{ value: '', text: choose }] : []),
            ...order.addresses.map((address) => ({ value: address.id, text: address.label })),
          ]}
          onChange={(addressId) => addressId && store.setHeader({ addressId })}
        />
      )}
      {header.shipTo === 'customers' && part !== 'recipients' && (
        <Button icon={Users} wide onClick={() => setPart('recipients')}>
          {t('parts.recipients', { people: recipients.length })}
        </Button>
      )}
      {hasBrandChoice(brands, header.brandProfileId) && (
        <SelectField
          label={t('destination.brand')}
          data-place={MARKS.brand}
          value={brand?.id ?? ''}
          options={[...(brand ? [] : [{ value: '', text: choose }]), ...brandOptions]}
          onChange={(brandProfileId) => brandProfileId && store.setHeader({ brandProfileId })}
        />
      )}
    </>
  );
}
