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

export interface BriefEvent {
  readonly briefId: string;
}
export interface ProofEvent extends BriefEvent {
  readonly proofId: string;
  readonly version: number;
}
