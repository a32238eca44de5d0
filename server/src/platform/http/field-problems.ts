import { isFieldCode } from '@qafila/shared/kernel/field-codes';
import type { FieldProblem } from '@qafila/shared/kernel/problem';
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

function codeOf(issue: Issue): string {
  if (isFieldCode(issue.message)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'required' : 'invalid';
    case 'too_small':
      return issue.origin === 'string' ? 'too_short' : 'too_small';
    case 'too_big':
      return issue.origin === 'string' ? 'too_long' : 'too_big';
    case 'unrecognized_keys':
      return 'unknown';
    default:
      return 'invalid';
  }
}

function paramsOf(issue: Issue): FieldProblem['params'] {
  if (issue.code === 'too_small') return { minimum: Number(issue.minimum) };
  if (issue.code === 'too_big') return { maximum: Number(issue.maximum) };
  return {};
}

/** Schema issues as field problems: where, which code, with which numbers. */
export const fieldProblemsOf = (issues: readonly Issue[]): FieldProblem[] =>
  issues.flatMap((issue) => {
    const at = issue.path.map(String);
    const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...at, key]) : [at];
    return paths.map((path) => ({ path: path.join('.'), code: codeOf(issue), params: paramsOf(issue) }));
  });
