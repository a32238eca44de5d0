import type { Words } from './locale';

/** A rule of the published policy: its value, the clause it comes from, and what it means. */
export interface Rule<V> {
  readonly name: string;
  readonly value: V;
  /** Number of the clause in the published policy, or the document that sets the value. */
  readonly clause: string;
  readonly meaning: string;
}
/** Declares a rule; `docs/RULES.md` is generated from these. */
export const defineRule = <const V>(rule: Rule<V>): Rule<V> => rule;

/** Words in the four languages for a value of a closed list. */
export type WordsFor<K extends string> = Readonly<Record<K, Words>>;
