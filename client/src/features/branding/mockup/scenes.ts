import type { PackagingStyle } from '@qafila/shared/branding/packaging-words';
import type { SvgNode } from '@qafila/shared/branding/svg-node';
import { drawBottle, drawBox, drawJar, drawPouch, type Scene } from './draw-packages';
import { drawSlip, drawTracking } from './draw-papers';

export const PRODUCTS = ['box', 'pouch', 'jar', 'bottle', 'slip', 'tracking'] as const;
export type Product = (typeof PRODUCTS)[number];

const DRAW: Readonly<Record<Product, (scene: Scene) => SvgNode>> = {
  box: drawBox,
  pouch: drawPouch,
  jar: drawJar,
  bottle: drawBottle,
  slip: drawSlip,
  tracking: drawTracking,
};
/** The product that a style is drawn as at first. */
export const PRODUCT_OF: Readonly<Record<PackagingStyle, Product>> = {
  'folding-carton': 'box',
  mailer: 'box',
  pouch: 'pouch',
  'bottle-label': 'bottle',
  'jar-label': 'jar',
  sleeve: 'box',
  tape: 'box',
  tissue: 'box',
  'insert-card': 'box',
  sticker: 'jar',
};
const ROUND: readonly PackagingStyle[] = ['bottle-label', 'jar-label'];

/** A product in the trader's look. Sizes count only where they are sizes of that product. */
export function drawProduct(product: Product, style: PackagingStyle, scene: Scene): SvgNode {
  const isOfStyle = PRODUCT_OF[style] === product && (product !== 'jar' || ROUND.includes(style));
  const isSized = isOfStyle && !['tape', 'tissue', 'insert-card'].includes(style);
  return DRAW[product](isSized ? scene : { ...scene, dims: {} });
}
