import { defineRule } from '../kernel/rule';
import { isBusinessDay } from '../payments/payments.rules';

export const FIRST_PROOF_DAYS = defineRule({
  name: 'first-proof-days',
  value: 2,
  clause: 'portal',
  meaning: 'Saudi business days (Sunday to Thursday) from a complete brief to its first proof',
});
export const REVISION_DAYS = defineRule({
  name: 'revision-days',
  value: 1,
  clause: 'portal',
  meaning: 'Saudi business days from the changes asked for to the next version of a proof',
});
export const ROUNDS_INCLUDED = defineRule({
  name: 'proof-rounds-included',
  value: 3,
  clause: 'portal',
  meaning: 'Versions of a proof that a brief includes; a further one needs an accepted quote',
});
export const PROOF_REMINDER_HOURS = defineRule({
  name: 'proof-reminder-hours',
  value: [24, 72, 168],
  clause: 'portal',
  meaning: 'Hours after which a sent proof without an answer is brought to mind again',
});
export const PROOF_EXPIRY_DAYS = defineRule({
  name: 'proof-expiry-days',
  value: 14,
  clause: 'portal',
  meaning: 'Days after which an unanswered proof expires and its brief waits; silence never approves',
});
export const briefClockRules = [
  FIRST_PROOF_DAYS,
  REVISION_DAYS,
  ROUNDS_INCLUDED,
  PROOF_REMINDER_HOURS,
  PROOF_EXPIRY_DAYS,
] as const;

/** Whose move it is: the store designs, or the trader answers. */
export const TURN_SIDES = ['store', 'trader'] as const;
export type TurnSide = (typeof TURN_SIDES)[number];
/**
 * One stretch in which one side had the brief. Legs count what the store owes: 0 is the first proof, each change
 * asked for begins the next.
 */
export interface Turn {
  readonly side: TurnSide;
  readonly leg: number;
  readonly from: Date;
  /** `null` while it lasts. */
  readonly until: Date | null;
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const RIYADH_OFFSET_MS = 3 * HOUR_MS;

/** The first moment of the next day in Riyadh. */
const nextMidnight = (at: number): number =>
  (Math.floor((at + RIYADH_OFFSET_MS) / DAY_MS) + 1) * DAY_MS - RIYADH_OFFSET_MS;

/** Milliseconds between two instants that fall on business days in Riyadh; zero when `until` is not later. */
export function businessMs(from: Date, until: Date): number {
  let counted = 0;
  for (let at = from.getTime(); at < until.getTime(); ) {
    const end = Math.min(nextMidnight(at), until.getTime());
    if (isBusinessDay(new Date(at))) counted += end - at;
    at = end;
  }
  return counted;
}

/** The first instant with so much business time after `at`. */
export function addBusinessMs(at: Date, ms: number): Date {
  let left = ms;
  let now = at.getTime();
  while (left > 0) {
    const end = nextMidnight(now);
    if (isBusinessDay(new Date(now))) {
      if (end - now >= left) return new Date(now + left);
      left -= end - now;
    }
    now = end;
  }
  return new Date(now);
}

const allowedMs = (leg: number): number =>
  (leg === 0 ? FIRST_PROOF_DAYS.value : REVISION_DAYS.value) * DAY_MS;

/**
 * When the store owes what it works on: the clock stands still while the trader has it. `null` while he does, and for
 * a brief nobody has sent.
 */
export function workDueAt(turns: readonly Turn[]): Date | null {
  const last = turns.at(-1);
  if (last?.side !== 'store') return null;
  const mine = turns.filter((turn) => turn.leg === last.leg && turn.side === 'store');
  let left = allowedMs(last.leg);
  for (const turn of mine.slice(0, -1)) {
    const used = businessMs(turn.from, turn.until ?? turn.from);
    // Run out before it went to the trader: it was due then, and coming back changes nothing.
    if (used > left) return addBusinessMs(turn.from, left);
    left -= used;
  }
  return addBusinessMs(last.from, left);
}

/**
 * The day the store promises its work for: everything asked for so far, from the first sending. Each hour the trader
 * holds it moves the promise by an hour of business time; an hour the store is late moves nothing.
 */
export function promisedAt(turns: readonly Turn[], now: Date): Date | null {
  const first = turns[0];
  const last = turns.at(-1);
  if (!first || !last) return null;
  const held = turns
    .filter((turn) => turn.side === 'trader')
    .reduce((total, turn) => total + businessMs(turn.from, turn.until ?? now), 0);
  const legs = Array.from({ length: last.leg + 1 }, (_, leg) => allowedMs(leg));
  return addBusinessMs(first.from, held + legs.reduce((total, ms) => total + ms, 0));
}

/** How many reminders a proof sent then should have had by now. */
export const remindersDue = (sentAt: Date, now: Date): number =>
  PROOF_REMINDER_HOURS.value.filter((hours) => now.getTime() - sentAt.getTime() >= hours * HOUR_MS).length;

/** The moment an unanswered proof expires. */
export const proofExpiresAt = (sentAt: Date): Date =>
  new Date(sentAt.getTime() + PROOF_EXPIRY_DAYS.value * DAY_MS);
