import type { BriefFields, BriefView } from '@qafila/shared/branding/brief-views';

export type BriefField = keyof BriefFields;

/** What a trader fills in, as the server has it. */
export const fieldsOf = (brief: BriefView): BriefFields => ({
  brandProfileId: brief.brand.id,
  packagingSpecId: brief.packaging?.id ?? null,
  productIds: brief.productIds,
  quantity: brief.quantity,
  title: brief.title,
  objectives: brief.objectives,
  mustHave: brief.mustHave,
  mustNot: brief.mustNot,
  references: brief.references.map((file) => file.assetId),
  languages: brief.languages,
  deadline: brief.deadline,
  approvalsNeeded: brief.approvalsNeeded,
});

/** The server's fields with those on top that were typed here. */
export const typedOver = (
  saved: BriefFields,
  typed: BriefFields,
  changed: ReadonlySet<BriefField>,
): BriefFields => ({
  ...saved,
  ...Object.fromEntries([...changed].map((field) => [field, typed[field]])),
});

/** What was changed again while a save was under way. */
export const changedSince = (
  sent: BriefFields,
  now: BriefFields,
  changed: ReadonlySet<BriefField>,
): ReadonlySet<BriefField> => new Set([...changed].filter((field) => sent[field] !== now[field]));
