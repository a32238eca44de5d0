/** One step of a lifecycle: from which states, to which, who may, and what blocks it. */
export interface Step<S extends string, Facts> {
  readonly from: readonly S[];
  readonly to: S;
  /** A permission name, or `system` for steps no person takes. */
  readonly needs: string;
  /** Reasons, as problem codes, that forbid the step for these facts. Pure. */
  readonly blockedBy?: (facts: Facts) => readonly string[];
}

export interface Lifecycle<S extends string, K extends string, Facts> {
  readonly name: string;
  readonly initial: S;
  readonly terminal: readonly S[];
  readonly states: readonly S[];
  readonly steps: Readonly<Record<K, Step<S, Facts>>>;
}

/** Declares a lifecycle; state and step names are kept as literal types. */
export const defineLifecycle =
  <Facts = void>() =>
  <const S extends string, const K extends string>(table: Lifecycle<S, K, Facts>): Lifecycle<S, K, Facts> =>
    table;

export type Verdict<S extends string> =
  | { readonly ok: true; readonly to: S }
  | { readonly ok: false; readonly code: 'WRONG_STATE' | 'BLOCKED'; readonly reasons: readonly string[] };

/** Decides one step. Pure; `NoInfer` keeps the compiler from accepting unknown states and steps. */
export function decide<S extends string, K extends string, Facts>(
  lifecycle: Lifecycle<S, K, Facts>,
  at: { readonly state: NoInfer<S>; readonly step: NoInfer<K> },
  facts: NoInfer<Facts>,
): Verdict<S> {
  const step = lifecycle.steps[at.step];
  if (!step.from.includes(at.state)) return { ok: false, code: 'WRONG_STATE', reasons: ['WRONG_STATE'] };
  const reasons = step.blockedBy?.(facts) ?? [];
  return reasons.length > 0 ? { ok: false, code: 'BLOCKED', reasons } : { ok: true, to: step.to };
}

/** What is wrong with a table: unreachable states, dead ends, steps that leave a terminal state. */
export function faultsOf(lifecycle: Lifecycle<string, string, never>): string[] {
  const steps = Object.entries(lifecycle.steps);
  const reached = new Set([lifecycle.initial]);
  for (let grown = true; grown; ) {
    const next = steps.filter(([, step]) => !reached.has(step.to) && step.from.some((s) => reached.has(s)));
    for (const [, step] of next) reached.add(step.to);
    grown = next.length > 0;
  }
  const isLeft = (state: string) => steps.some(([, step]) => step.from.includes(state) && step.to !== state);
  return [
    ...lifecycle.states.filter((s) => !reached.has(s)).map((s) => `${lifecycle.name}: ${s} is unreachable`),
    ...lifecycle.states
      .filter((s) => !lifecycle.terminal.includes(s) && !isLeft(s))
      .map((s) => `${lifecycle.name}: ${s} is a dead end`),
    ...lifecycle.terminal.filter(isLeft).map((s) => `${lifecycle.name}: a step leaves terminal ${s}`),
    ...steps.flatMap(([name, step]) =>
      [...step.from, step.to]
        .filter((s) => !lifecycle.states.includes(s))
        .map((s) => `${lifecycle.name}: step ${name} names unknown ${s}`),
    ),
  ];
}
