import type { BriefFields } from '@qafila/shared/branding/brief-views';
import { approvalsNeeded, type ChecklistItem, checklistOf } from '@qafila/shared/branding/decisions.rules';
import type { PackagingContent } from '@qafila/shared/branding/packaging.contract';
import type { BrandingTerms } from '@qafila/shared/branding/packaging.rules';
import type { Brief } from './brief';
import type { Note, Proof } from './proof';

export interface SignedPage {
  readonly page: number;
  readonly widthMm: number;
  readonly heightMm: number;
}
/** Everything an approval signs; of an approved version, the content of its production spec. */
export interface Signed {
  readonly brief: { readonly id: string; readonly code: string; readonly title: string };
  readonly proof: { readonly id: string; readonly version: number };
  readonly brand: {
    readonly id: string;
    readonly code: string;
    readonly version: number;
    readonly sha256: string;
    readonly nameLatin: string;
    readonly nameArabic: string | null;
  };
  readonly products: readonly { readonly id: string; readonly name: Readonly<Record<string, string>> }[];
  readonly quantity: number | null;
  readonly languages: BriefFields['languages'];
  readonly artwork: {
    readonly assetId: string;
    readonly sha256: string;
    readonly pages: readonly SignedPage[];
  };
  readonly packaging: {
    readonly id: string;
    readonly version: number;
    readonly sha256: string;
    readonly content: PackagingContent;
  } | null;
  readonly terms: BrandingTerms | null;
}

/** A decision as it stands in the records. */
export interface Decision {
  readonly decision: 'approved' | 'changes_required' | 'rejected';
  readonly personId: string;
  readonly name: string;
  readonly at: Date;
  readonly hash: string;
}
/** What would be signed now, with its hashes. */
export interface Sealed {
  readonly signed: Signed;
  /** Notes the trader can see that are neither done nor declined. */
  readonly openNotes: readonly Note[];
  readonly checklist: readonly ChecklistItem<Signed['languages'][number]>[];
  readonly approvals: readonly Decision[];
  /** How many approvals close the version now. */
  readonly needed: number;
  readonly contentHash: string;
  readonly seal: string;
}

/** Notes and to-dos that stand unsettled; replies belong to their note. */
export const openNotesOf = (notes: readonly Note[]): Note[] =>
  notes.filter((note) => note.parentId === null && (note.status === 'open' || note.status === 'todo'));

/**
 * What the seal is taken over: whatever is shown and would be signed. Approvals of others are no part of it, so that
 * two people can read and sign at the same time.
 */
export const sealedFields = (
  { brief, proof }: { readonly brief: Brief; readonly proof: Proof },
  given: {
    readonly signed: Signed;
    readonly openNotes: readonly Note[];
    readonly statement: number;
    readonly needed: number;
  },
): object => ({
  signed: given.signed,
  revision: proof.revision,
  approvalsNeeded: given.needed,
  checklist: checklistOf(brief.languages).map((item) => item.key),
  openNotes: given.openNotes.map((note) => ({ id: note.id, page: note.page, body: note.body })),
  statement: given.statement,
});

/** Approvals that close a version now: those who have given one count, whether or not they are still there. */
export const neededOf = (
  brief: Brief,
  who: { approvers: readonly string[]; given: readonly Decision[] },
): number =>
  approvalsNeeded(
    brief.approvalsNeeded,
    new Set([...who.approvers, ...who.given.map((decision) => decision.personId)]).size,
  );

/** One approval of a person is enough, unless those that would have followed cannot come any more. */
export const isGivenBy = (personId: string, { approvals, needed }: Sealed): boolean =>
  approvals.length < needed && approvals.some((approval) => approval.personId === personId);

/** What stands against approving, whoever asks. */
export function approvalBlockers(signed: Signed): string[] {
  if (signed.terms === null) return ['APPROVAL_NEEDS_PACKAGING'];
  return signed.terms.unitPrice === null ? ['PACKAGING_NOT_PRICED'] : [];
}

/** A version is decided while its brief is in design; a brief that waits for an answer waits with everything. */
export const isDecidable = (brief: Brief): boolean => brief.state === 'in_design';
