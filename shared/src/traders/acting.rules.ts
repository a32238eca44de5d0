import { defineRule } from '../kernel/rule';

export const ACTING_IDLE_MINUTES = defineRule({
  name: 'acting-idle',
  value: 15,
  clause: '2',
  meaning: 'Acting for a trader ends after 15 minutes without use',
});
/** Why staff act for a trader; the trader reads it in his own language. */
export const ACTING_REASONS = ['order_help', 'order_by_phone', 'reorder', 'problem', 'training'] as const;
export type ActingReason = (typeof ACTING_REASONS)[number];

/** Code and words of a reason as one text: `order_help: Eid boxes`. */
export const packedReason = (reason: { code: ActingReason; text: string }): string =>
  `${reason.code}: ${reason.text}`;

/** The parts of a packed reason; a text of unknown form is its own words. */
export function unpackedReason(packed: string): { code: ActingReason | null; text: string } {
  const code = ACTING_REASONS.find((each) => packed.startsWith(`${each}: `));
  return code ? { code, text: packed.slice(code.length + 2) } : { code: null, text: packed };
}

export const actingRules = [ACTING_IDLE_MINUTES];
