import { Menu } from '@mantine/core';
import type { ProductView } from '@qafila/shared/catalogue/catalogue.contract';
import { BadgeCheck, Check, ChevronDown } from 'lucide-react';
import { type ReactNode, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../../lib/i18n/locale';
import { Chip } from '../../../ui/chip';
import { useDraftBrand, useDraftParts } from '../draft/draft-context';
import { type LockedSpec, type PackChoice, packFor, specsFor } from '../draft/pack-choice';

/** How a product is packed: in the brand's locked label or neutral. Changes all its lines at once. */
export function PackChip({ product }: { readonly product: ProductView }): ReactNode {
  const { t } = useTranslation('ordering');
  const { store, wantedSpecId } = useDraftParts();
  const brand = useDraftBrand();
  const specs = specsFor(product, brand);
  const key = useSyncExternalStore(store.subscribe, () => {
    const { pack, specId } = packFor(product, { brand, wantedSpecId }, (id) => store.read().lines.get(id));
    const isOrdered = product.variants.some((variant) => store.read().lines.has(variant.id));
    return `${pack} ${specId ?? ''} ${isOrdered ? 'ordered' : ''}`;
  });
  const [pack, specId = '', ordered = ''] = key.split(' ');
  const chosen = pack === 'private_label' ? specs.find((spec) => spec.id === specId) : undefined;
  const choose = (choice: PackChoice): void => {
    const { lines } = store.read();
    for (const variant of product.variants) {
      const line = lines.get(variant.id);
      if (line) store.setLine({ ...line, ...choice });
    }
  };
  // In a label that this brand does not have: neutral pack leads out of it.
  const isLost = ordered !== '' && pack === 'private_label' && !chosen;
  if ((specs.length === 0 && !isLost) || ordered === '') {
    const next = chosen ?? specs.at(-1);
    if (next)
      return (
        <Chip tone="ok" icon={BadgeCheck}>
          {<SpecName spec={next} />}
        </Chip>
      );
    return ordered === '' ? null : <Chip>{t('pack.neutral')}</Chip>;
  }
  return <PackMenu specs={specs} chosen={chosen} isLost={isLost} onChoose={choose} />;
}

interface PackMenuProps {
  readonly specs: readonly LockedSpec[];
  readonly chosen: LockedSpec | undefined;
  readonly isLost: boolean;
  readonly onChoose: (choice: PackChoice) => void;
}

function PackMenu({ specs, chosen, isLost, onChoose }: PackMenuProps): ReactNode {
  const { t } = useTranslation('ordering');
  return (
    <Menu position="bottom-start" shadow="md">
      <Menu.Target>
        <button type="button" className={`chip${isLost ? ' chip-bad' : ''}${chosen ? ' chip-ok' : ''}`}>
          {chosen && <BadgeCheck size={12} aria-hidden />}
          {chosen ? <SpecName spec={chosen} /> : t(isLost ? 'pack.ownLabel' : 'pack.neutral')}
          <ChevronDown size={12} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('pack.label')}</Menu.Label>
        {specs.map((spec) => (
          <Menu.Item
            key={spec.id}
            leftSection={<Check size={14} aria-hidden opacity={spec.id === chosen?.id ? 1 : 0} />}
            onClick={() => onChoose({ pack: 'private_label', specId: spec.id })}
          >
            <SpecName spec={spec} />
          </Menu.Item>
        ))}
        <Menu.Item
          leftSection={<Check size={14} aria-hidden opacity={chosen || isLost ? 0 : 1} />}
          onClick={() => onChoose({ pack: 'neutral', specId: null })}
        >
          {t('pack.neutral')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function SpecName({ spec }: { readonly spec: LockedSpec }): ReactNode {
  const { t } = useTranslation('ordering');
  const { locale } = useLocale();
  const brand = useDraftBrand();
  const name = (locale === 'ar' ? brand?.nameArabic : null) ?? brand?.nameLatin ?? '';
  return <span>{t('pack.spec', { brand: name, version: spec.version })}</span>;
}
