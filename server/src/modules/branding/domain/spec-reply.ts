import type { Decision } from './approval';
import { isoOf } from './brief-reply';
import type { ProductionSpec, SignedSpec } from './production-spec';

/** What both sides see of a production spec in a list. */
export const specHeadOf = (spec: ProductionSpec) => ({
  id: spec.id,
  code: spec.code,
  name: spec.name,
  state: spec.state,
  revision: spec.revision,
  minimumPieces: spec.minimumPieces,
  leadDays: spec.leadDays,
  approvedAt: isoOf(spec.proofId === null ? null : spec.madeAt),
  lockedAt: isoOf(spec.lockedAt),
  releasedAt: isoOf(spec.releasedAt),
  products: spec.products.map((product) => ({ id: product.id, name: { ...product.name } })),
});

export const ownBrandOf = (spec: ProductionSpec) => ({
  id: spec.brandProfileId,
  nameLatin: spec.brand.nameLatin,
  nameArabic: spec.brand.nameArabic,
  state: spec.brandState,
});
export const codedBrandOf = ({ brand }: ProductionSpec) => ({
  code: brand.code,
  nameLatin: brand.nameLatin,
  nameArabic: brand.nameArabic,
});

/** The list entry of the design desk. */
export const designHeadOf = (reader: { readonly personId: string }, spec: ProductionSpec) => ({
  ...specHeadOf(spec),
  brand: codedBrandOf(spec),
  madeBy: spec.maker,
  isMaker: spec.madeBy === reader.personId,
});

export const signedOf = (content: SignedSpec) => ({
  brief: { id: content.brief.id, code: content.brief.code },
  proof: { ...content.proof },
  brandVersion: content.brand.version,
  quantity: content.quantity,
  languages: [...content.languages],
  artwork: {
    assetId: content.artwork.assetId,
    sha256: content.artwork.sha256,
    pages: content.artwork.pages.map((page) => ({ ...page })),
  },
  packaging: {
    version: content.packaging.version,
    sha256: content.packaging.sha256,
    content: content.packaging.content,
  },
});

/** What stands beside the head for both sides. */
export const specBodyOf = (spec: ProductionSpec) => ({
  signed: spec.content && signedOf(spec.content),
  contentHash: spec.contentHash,
  checkedAt: isoOf(spec.checkedAt),
  refusedFor: spec.refusedFor,
});

/** Approvals without the people who gave them. */
export const namelessOf = (approvals: readonly Decision[]) =>
  approvals.map((approval) => ({ at: approval.at.toISOString(), hash: approval.hash }));
