import type { z } from 'zod';
import { z as zod } from 'zod';
import type { Permission } from './permissions';

/** Who may call where no permission decides. */
export type Standing = 'public' | 'half' | 'enrolling' | 'person';
/**
 * Who may call an endpoint.
 * - `public`: anybody. `half`: password given, second factor still missing. `person`: anybody fully signed in.
 * - `enrolling`: password given and no factor exists yet, or anybody fully signed in (who adds another factor).
 * - `{ needs }`: a permission, or one of the last two; `fresh: true` adds a second-factor code used for this call
 *   only. Somebody who enrols the first factor has none to give and is not asked.
 */
export type Access =
  | Standing
  | { readonly needs: Permission | 'enrolling' | 'person'; readonly fresh?: true };

/** Kinds of company-owned things an endpoint's path can name; the matrix tries own and foreign ones. */
export type OwnedThing =
  | 'order'
  | 'receipt'
  | 'consignment'
  | 'brand-profile'
  | 'asset'
  | 'upload'
  | 'packaging-spec'
  | 'brief'
  | 'proof'
  | 'production-spec'
  | 'notice'
  | 'member'
  | 'invitation'
  | 'own-role'
  | 'address';

type Schema = z.ZodType;
/** One endpoint: handler, guard, typed call, OpenAPI and matrix are read from this value. */
export interface Endpoint<
  P extends Schema = Schema,
  Q extends Schema = Schema,
  B extends Schema = Schema,
  R extends Schema = Schema,
> {
  /** `<capability>.<verb>`, unique. */
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path below `/api`, parameters as `:name`. */
  readonly path: `/${string}`;
  readonly summary: string;
  readonly access: Access;
  /** The company-owned thing named by `:id`; somebody else's answers 404. */
  readonly owned?: OwnedThing;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly reply: R;
  /** Problem codes this endpoint can answer beyond those every endpoint can. */
  readonly errors: readonly string[];
  /** Creates or moves something: wants an `Idempotency-Key`. */
  readonly idempotent?: true;
  /** Edits something with a version: wants `If-Match`. */
  readonly ifMatch?: true;
  /** Exists only in demo and test mode. */
  readonly demoOnly?: true;
  /** Replies with these bytes instead of JSON. */
  readonly raw?:
    | 'application/octet-stream'
    | 'application/pdf'
    | 'image/svg+xml'
    | 'image/png'
    | 'application/xml'
    | 'text/csv'
    | 'text/html';
  /** Called by machines of others: proven by what it carries, not by the site it comes from. */
  readonly isHook?: true;
  /** The body is a file, sent as is. */
  readonly upload?: { readonly types: readonly string[]; readonly maxBytes: number };
}

/** No params, query or body. */
export const nothing = zod.strictObject({});
/** Reply without content. */
export const done = zod.strictObject({ done: zod.literal(true) });
/** Reply of endpoints with `raw`. */
export const bytes = zod.unknown();
/** `:id` in the path. */
export const idParam = zod.strictObject({ id: zod.uuid() });

type Optional = 'params' | 'query' | 'body' | 'errors';
type Given<P extends Schema, Q extends Schema, B extends Schema, R extends Schema> = Omit<
  Endpoint<P, Q, B, R>,
  Optional
> &
  Partial<Pick<Endpoint<P, Q, B, R>, Optional>>;

/** Declares an endpoint; what is left out is nothing. */
export function endpoint<
  R extends Schema,
  P extends Schema = typeof nothing,
  Q extends Schema = typeof nothing,
  B extends Schema = typeof nothing,
>(given: Given<P, Q, B, R>): Endpoint<P, Q, B, R> {
  const none = nothing as unknown;
  return { params: none as P, query: none as Q, body: none as B, errors: [], ...given };
}

/** What the handler receives: parsed params, query and body. */
export interface InputOf<E extends Endpoint> {
  readonly params: z.output<E['params']>;
  readonly query: z.output<E['query']>;
  readonly body: z.output<E['body']>;
}
/** What the handler returns, before the reply schema parses it. */
export type ReplyOf<E extends Endpoint> = z.input<E['reply']>;
/** What a caller gets. */
export type AnswerOf<E extends Endpoint> = z.output<E['reply']>;
/** What a caller sends. */
export interface CallOf<E extends Endpoint> {
  readonly params?: z.input<E['params']>;
  readonly query?: z.input<E['query']>;
  readonly body?: z.input<E['body']>;
}

/** The path with its parameters filled in, each encoded. */
export const fillPath = (path: string, params: Readonly<Record<string, unknown>> = {}): string =>
  path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name] ?? '')));
