import type { FieldProblem, ProblemParam } from '@qafila/shared/kernel/problem';
import { PROBLEMS, type ProblemCode } from '@qafila/shared/registry/problems';

/** A refusal with a code of the closed table. Thrown by use cases, turned into `problem+json` at the edge. */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly params: Readonly<Record<string, ProblemParam>> = {},
    readonly fields: readonly FieldProblem[] = [],
  ) {
    super(code);
  }

  get status(): number {
    return PROBLEMS[this.code].status;
  }
}

/** Field problems as one refusal. */
export const fieldsInvalid = (fields: readonly FieldProblem[]): Problem =>
  new Problem('FIELDS_INVALID', { count: fields.length }, fields);
