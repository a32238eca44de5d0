import type { Actor } from '../../../platform/access/actor';
import { type Scope, staffScope, traderScope } from '../../../platform/access/scope';

/** Whose account is meant, and under which scope it is read: staff name a company, a trader has his own. */
export function whoseAccount(actor: Actor, named: string | undefined): { scope: Scope; companyId: string } {
  if (named !== undefined) return { scope: staffScope(actor), companyId: named };
  const scope = traderScope(actor);
  return { scope, companyId: scope.companyId };
}
