import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { useDraft, useDraftParts } from './draft-context';

/** Names the good of a line, also when it left the catalogue; `undefined` for what the draft never held. */
export function useGoodsName(): (variantId: string) => string | undefined {
  const { t } = useTranslation('ordering');
  const format = useFormats();
  const { catalogue } = useDraftParts();
  const { order } = useDraft();
  return (variantId) => {
    const sold = catalogue.get(variantId);
    const named = sold
      ? { name: sold.product.name, size: sold.variant.size }
      : order.lines.find((line) => line.variantId === variantId);
    return named && t('goods', { product: format.words(named.name), size: format.words(named.size) });
  };
}
