import { defineRule } from '../kernel/rule';

export const APPROVERS_OF_A_PROOF = defineRule({
  name: 'approvers-of-a-proof',
  value: 3,
  clause: 'portal',
  meaning: 'Most people of a company whose approval one proof can need; the same person counts once',
});
export const APPROVALS_AT_LEAST = defineRule({
  name: 'approvals-at-least',
  value: 1,
  clause: 'portal',
  meaning:
    'Fewest approvals that close a proof: where people have left, it needs as many of the asked ones as may still approve',
});
export const decisionRules = [APPROVERS_OF_A_PROOF, APPROVALS_AT_LEAST] as const;

/** Approvals that close a version, of those its brief asks for, where so many people may give or have given one. */
export const approvalsNeeded = (asked: number, possible: number): number =>
  Math.max(APPROVALS_AT_LEAST.value, Math.min(asked, possible));

export const PROOF_DECISIONS = ['approved', 'changes_required', 'rejected'] as const;
export type ProofDecision = (typeof PROOF_DECISIONS)[number];

/** What an approver ticks; the spelling once for each language of the brief. */
export const CHECKLIST = ['spelling', 'sizes', 'colours', 'barcode', 'legal', 'quantity'] as const;
export type ChecklistOf = (typeof CHECKLIST)[number];
export interface ChecklistItem<L extends string> {
  /** What the approval names when the item is ticked: `sizes`, `spelling:ar`. */
  readonly key: string;
  readonly of: ChecklistOf;
  readonly language: L | null;
}
export function checklistOf<L extends string>(languages: readonly L[]): ChecklistItem<L>[] {
  return CHECKLIST.flatMap((of): ChecklistItem<L>[] =>
    of === 'spelling'
      ? languages.map((language) => ({ key: `${of}:${language}`, of, language }))
      : [{ key: of, of, language: null }],
  );
}

/** What the second person ticks before a spec is locked. */
export const TECHNICAL_CHECKS = ['size', 'bleed', 'inks', 'fonts', 'finishes', 'barcode'] as const;
export type TechnicalCheck = (typeof TECHNICAL_CHECKS)[number];

/** How many of the wanted things are not among the given ones. */
export const missingOf = (wanted: readonly string[], given: readonly string[]): number =>
  wanted.filter((each) => !given.includes(each)).length;
/** True when both name the same things, in whatever order. */
export const isSameSet = (one: readonly string[], other: readonly string[]): boolean =>
  missingOf(one, other) === 0 && missingOf(other, one) === 0;
