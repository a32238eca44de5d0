import { BOX_STYLES } from './catalogue-boxes';
import { LABEL_STYLES } from './catalogue-labels';
import type { CatalogueStyle } from './catalogue-style';
import { PACKAGING_STYLES, type PackagingStyle } from './packaging-words';

const STYLES: readonly CatalogueStyle[] = [...BOX_STYLES, ...LABEL_STYLES];

/** One style of the catalogue. */
export function styleOf(style: PackagingStyle): CatalogueStyle {
  const found = STYLES.find((each) => each.style === style);
  if (!found) throw new Error(`The catalogue has no ${style}`);
  return found;
}
/** The catalogue, in the order of its words. */
export const PACKAGING_CATALOGUE: readonly CatalogueStyle[] = PACKAGING_STYLES.map(styleOf);
