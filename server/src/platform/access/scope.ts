import { Problem } from '../problems/problem';
import type { Actor } from './actor';

declare const scopeBrand: unique symbol;
interface ScopeFields {
  readonly kind: 'trader' | 'staff' | 'system' | 'recipient';
  readonly companyId: string | null;
  readonly personId: string | null;
  readonly tokenHash: string | null;
  /** Why the system looks at data without a person. */
  readonly reason: string | null;
  /** Why staff act for the company, while they do: its scope, their name. */
  readonly acting: string | null;
}
/** What a transaction may see. Only this file makes one; every repository call stands under one. */
export type Scope = ScopeFields & { readonly [scopeBrand]: true };
export type TraderScope = Scope & {
  readonly kind: 'trader';
  readonly companyId: string;
  readonly personId: string;
};

const make = (fields: Partial<ScopeFields> & Pick<ScopeFields, 'kind'>): Scope =>
  ({ companyId: null, personId: null, tokenHash: null, reason: null, acting: null, ...fields }) as Scope;

/** A trader sees his company. Throws `NOT_ALLOWED` for staff. */
export function traderScope(actor: Actor): TraderScope {
  if (actor.companyId === null) throw new Problem('NOT_ALLOWED');
  const { companyId, personId, acting } = actor;
  return make({ kind: 'trader', companyId, personId, acting: acting?.reason ?? null }) as TraderScope;
}

/** Staff see by the named staff policy. Throws `NOT_ALLOWED` for traders. */
export function staffScope(actor: Actor): Scope {
  if (actor.kind !== 'staff') throw new Problem('NOT_ALLOWED');
  return make({ kind: 'staff', personId: actor.personId });
}

/** The scope of whoever calls. */
export const scopeOf = (actor: Actor): Scope =>
  actor.kind === 'staff' ? staffScope(actor) : traderScope(actor);

/** Jobs and start-up; the reason is logged. A job that ends what a person began stands under that name too. */
export const systemScope = (reason: string, personId: string | null = null): Scope =>
  make({ kind: 'system', reason, personId });

/** The bearer of a tracking link. */
export const recipientScope = (tokenHash: string): Scope => make({ kind: 'recipient', tokenHash });
