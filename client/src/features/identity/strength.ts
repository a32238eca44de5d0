import { useDeferredValue, useEffect, useState } from 'react';

/** Why a password is easier to guess than it looks. */
export const WEAKNESSES = ['mine', 'dictionary', 'spatial', 'repeat', 'sequence', 'date'] as const;
export type Weakness = (typeof WEAKNESSES)[number];
/** The estimate of the same library that the server asks. */
export interface Strength {
  /** 0 to 4. */
  readonly score: number;
  readonly weaknesses: readonly Weakness[];
}

interface Found {
  readonly pattern: string;
  readonly dictionaryName?: unknown;
}

/** What a part of a password is made of, if that makes it weak. */
export function weaknessOf({ pattern, dictionaryName }: Found): Weakness | undefined {
  if (pattern === 'dictionary') return dictionaryName === 'userInputs' ? 'mine' : 'dictionary';
  if (pattern === 'regex') return 'date';
  return WEAKNESSES.find((each) => each === pattern);
}

type Estimator = (password: string, own: readonly string[]) => Strength;
let loading: Promise<Estimator> | undefined;

/** The estimator with its word lists comes when somebody begins to type a password. */
const loadEstimator = (): Promise<Estimator> => {
  loading ??= Promise.all([import('@zxcvbn-ts/core'), import('@zxcvbn-ts/language-common')]).then(
    ([{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }]) => {
      const estimator = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
      return (password, own) => {
        const { score, sequence } = estimator.check(password, [...own]);
        const found = sequence.map((each) => weaknessOf(each)).filter((each) => each !== undefined);
        return { score, weaknesses: [...new Set(found)] };
      };
    },
  );
  return loading;
};

/** Longer passwords take the estimator too long; their length alone makes them strong. */
const JUDGED = 64;

/** The strength of what is typed, knowing the person's own words; `null` until it is known. */
export function useStrength(password: string, own: string): Strength | null {
  const judged = useDeferredValue(password);
  const [strength, setStrength] = useState<{ of: string; value: Strength } | null>(null);
  useEffect(() => {
    if (judged === '') return;
    let isWanted = true;
    void loadEstimator().then((estimate) => {
      const words = own.split(/[\s@.]+/).filter((word) => word.length > 2);
      if (isWanted) setStrength({ of: judged, value: estimate(judged.slice(0, JUDGED), words) });
    });
    return () => {
      isWanted = false;
    };
  }, [judged, own]);
  return strength?.of === password ? strength.value : null;
}
