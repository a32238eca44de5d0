import type { TechnicalCheck } from '@qafila/shared/branding/decisions.rules';
import type { DesignSpecView } from '@qafila/shared/branding/production-spec-views';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { inTenths } from './artwork-card';
import { usePackagingFacts } from './use-packaging-facts';

/** What the record says of each thing to check, so that nobody has to look for it. */
export function useCheckFacts(spec: DesignSpecView): (check: TechnicalCheck) => string {
  const { t } = useTranslation(['checks', 'specs']);
  const { number, list } = useFormats();
  const factsOf = usePackagingFacts();
  const { signed } = spec;
  const facts = new Map(signed ? factsOf(signed.packaging.content) : []);
  const pages = (signed?.artwork.pages ?? []).map(({ page, widthMm, heightMm }) =>
    t('specs:artwork.size', { page, width: number(inTenths(widthMm)), height: number(inTenths(heightMm)) }),
  );
  return (check) => {
    if (check === 'size')
      return t('check.sizes', { pages: list(pages), packaging: facts.get('sizes') ?? t('check.none') });
    if (check === 'fonts' || check === 'barcode') return t(`check.look.${check}`);
    return facts.get(check) ?? t('check.none');
  };
}
