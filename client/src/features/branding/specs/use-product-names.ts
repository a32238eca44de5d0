import type { SpecRow } from '@qafila/shared/branding/production-spec-views';
import { useFormats } from '../../../lib/i18n/format';
import { useLocale } from '../../../lib/i18n/locale';

/** The products a spec dresses, in the language of the page. */
export function useProductNames(): (products: SpecRow['products']) => string {
  const { locale } = useLocale();
  const { list } = useFormats();
  return (products) => list(products.map(({ name }) => name[locale] ?? name.en ?? ''));
}
