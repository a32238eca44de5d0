import { type ProductView, productPicture } from '@qafila/shared/catalogue/catalogue.contract';
import type { ReactNode } from 'react';
import { rawUrl } from '../../../lib/call';

/** The drawn picture of a product; its address changes with the picture, so it is cached for good. */
export function ProductPicture({
  id,
  hash,
  size = 38,
}: {
  id: string;
  hash: string;
  size?: number;
}): ReactNode {
  const address = rawUrl(productPicture, { params: { id }, query: { v: hash } });
  return <img className="picture" src={address} alt="" width={size} height={size} loading="lazy" />;
}

/** Picture of a product of the catalogue. */
export const pictureOf = (product: ProductView): ReactNode => (
  <ProductPicture id={product.id} hash={product.pictureHash} />
);
