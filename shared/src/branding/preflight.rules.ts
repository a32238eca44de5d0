import type { AssetFacts, PageFacts } from './asset-facts';
import type { AssetKind } from './assets.rules';
import { MEASURES, type Measured } from './preflight-measures';
import type {
  PreflightCheck,
  PreflightRule,
  PreflightRuleset,
  PrintSize,
  Verdict,
} from './preflight-ruleset';

/** What a file is judged as: its kind, and the printed piece where one is known. */
export interface JudgedAs {
  readonly kind: AssetKind;
  readonly print: PrintSize | null;
}

/** Judges measured facts; the same facts and rules give the same checks, whenever it is run. */
export function judge(
  facts: AssetFacts,
  ruleset: PreflightRuleset,
  { kind, print }: JudgedAs,
): PreflightCheck[] {
  return ruleset.rules.flatMap((rule) => {
    if (rule.of && !rule.of.includes(kind)) return [];
    const measure = MEASURES[rule.id];
    const subjects: (PageFacts | null)[] = measure.of === 'file' ? [null] : [...facts.pages];
    return subjects.flatMap((page) => {
      const found = measure.take({ facts, page, print });
      return found === 'not-asked' ? [] : [checkOf(rule, page?.page ?? 0, found)];
    });
  });
}

/** The worst verdict of some checks; nothing checked passes. */
export const worstOf = (checks: readonly PreflightCheck[]): Verdict =>
  checks.some((check) => check.verdict === 'fail')
    ? 'fail'
    : checks.some((check) => check.verdict === 'warn')
      ? 'warn'
      : 'pass';

function checkOf(rule: PreflightRule, page: number, found: Measured): PreflightCheck {
  const limits = { ...rule, ...(found.limit === undefined ? {} : { fail: found.limit }) };
  const verdict = verdictOf(limits, found.value);
  return {
    ruleId: rule.id,
    page,
    verdict,
    measured: found.shown ?? found.value,
    limit: found.limitShown ?? limitOf(limits),
    unit: rule.unit,
  };
}

function verdictOf(rule: PreflightRule, value: number | null): Verdict {
  if (value === null) return 'pass';
  const isBeyond = (bound: number | null): boolean => {
    if (bound === null) return false;
    return rule.better === 'larger' ? value < bound : rule.better === 'smaller' ? value > bound : value > 0;
  };
  return isBeyond(rule.fail) ? 'fail' : isBeyond(rule.warn) ? 'warn' : 'pass';
}

/** What is asked for: the bound from which nothing is said. */
const limitOf = (rule: PreflightRule): number | null =>
  rule.better === 'none-found' ? null : (rule.warn ?? rule.fail);
