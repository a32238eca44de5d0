import { z } from 'zod';
import type { Words } from './locale';

/** One refusal or fault: its HTTP status, whether it calls somebody, its parameters, and what it says. */
export interface ProblemSpec {
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 428 | 429 | 500 | 503;
  /** True when an engineer should be told (bugs and outages only). */
  readonly report: boolean;
  /** Names of the parameters, which are the placeholders of every sentence. */
  readonly params: readonly string[];
  /** What to do, in each language; `{name}` is replaced by the formatted parameter. */
  readonly say: Words;
}
export type ProblemTable = Readonly<Record<string, ProblemSpec>>;

/** Declares problems; a missing language or status does not compile. */
export const defineProblems = <const T extends ProblemTable>(table: T): T => table;

/** A value that may stand in a sentence; money is formatted in the reader's language. */
export const problemParamSchema = z.union([
  z.string(),
  z.number(),
  z.strictObject({ minor: z.number(), currency: z.string() }),
]);
export type ProblemParam = z.infer<typeof problemParamSchema>;

/** One field that is wrong; `path` is where it stands in the body (`recipients.0.phone`). */
export const fieldProblemSchema = z.strictObject({
  path: z.string(),
  code: z.string(),
  params: z.record(z.string(), problemParamSchema).default({}),
});
export type FieldProblem = z.infer<typeof fieldProblemSchema>;

/** RFC 9457 `application/problem+json`, with our code, parameters and request id. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string(),
    params: z.record(z.string(), problemParamSchema),
    requestId: z.string(),
    fields: z.array(fieldProblemSchema).optional(),
  })
  .meta({ id: 'Problem' });
export type ProblemBody = z.infer<typeof problemSchema>;

/** Names of the `{placeholders}` of a sentence, sorted. */
export const placeholdersOf = (sentence: string): string[] =>
  [...new Set([...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''))].sort();

/** Puts formatted values into a sentence. */
export const fillSentence = (sentence: string, values: Readonly<Record<string, string>>): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
