import type { Tx } from '../../platform/database/unit-of-work';

/** What branding asks of a company's people; the traders' module provides it to everybody. */
export abstract class Approvers {
  /** Ids of those who may approve a proof now: active, by a built-in role or one of the company's own. */
  abstract of(tx: Tx, companyId: string): Promise<readonly string[]>;
}

/** Told when a brief was sent, for the first time or with what was asked; payload `BriefEvent`. */
export const BRIEF_SUBMITTED = 'branding.brief_submitted';
/** Told when the design team asked the trader for something; payload `BriefEvent`. */
export const BRIEF_ASKED = 'branding.brief_asked';
/** Told when the design team wrote to the trader; payload `BriefEvent`. */
export const BRIEF_ANSWERED = 'branding.brief_answered';
/** Told when a further round was offered; payload `BriefEvent`. */
export const ROUND_QUOTED = 'branding.round_quoted';
/** Told when a brief ended without a design; payload `BriefEvent`. */
export const BRIEF_CANCELLED = 'branding.brief_cancelled';
/** Told when a version went to the trader, was brought to mind again, and expired; payload `ProofEvent`. */
export const PROOF_SENT = 'branding.proof_sent';
export const PROOF_REMINDED = 'branding.proof_reminded';
export const PROOF_EXPIRED = 'branding.proof_expired';
/** Told when one of several people approved a version, and when all that are needed have; payload `ProofEvent`. */
export const APPROVAL_GIVEN = 'branding.approval_given';
export const PROOF_APPROVED = 'branding.proof_approved';
/** Told when a version came back from its trader; payload `ProofEvent`. */
export const CHANGES_REQUIRED = 'branding.changes_required';
export const PROOF_REJECTED = 'branding.proof_rejected';
/** Told when a spec passed its technical check, was refused by it, and was taken out of use; payload `SpecEvent`. */
export const SPEC_LOCKED = 'branding.spec_locked';
export const SPEC_REFUSED = 'branding.spec_refused';
export const SPEC_RETIRED = 'branding.spec_retired';

export interface BriefEvent {
  readonly briefId: string;
}
export interface ProofEvent extends BriefEvent {
  readonly proofId: string;
  readonly version: number;
}
export interface SpecEvent {
  readonly specId: string;
  readonly code: string;
}
