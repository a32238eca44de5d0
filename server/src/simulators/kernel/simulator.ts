import type { SimAnswer, SimRequest } from './exchange';
import type { HookLine } from './hook-line';

/** One gateway's double. It shares nothing with the adapter that talks to it. */
export interface Simulator {
  readonly name: string;
  readonly hooks: HookLine;
  /** True for the paths of its interface and its pages. */
  owns(path: string): boolean;
  /** Null for a path of its own that does not exist. */
  answer(request: SimRequest): SimAnswer | null;
  /** Does what is due by the clock: expiry, automatic capture. */
  tick(): void;
  /** What the next payment will meet: `reject`, `review`, … Each simulator knows its own words. */
  expect(outcome: string): void;
  /** Changes a payment behind our back: a dispute, a wrong amount, a word nobody knows. */
  twist(ref: string, twist: string): void;
  /** Everything it holds, for the control page and for tests. */
  state(): unknown;
}

/** A control word that a simulator does not know. */
export class UnknownWord extends Error {}
