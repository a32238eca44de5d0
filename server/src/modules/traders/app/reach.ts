import type { TraderPermission } from '@qafila/shared/access/permissions';
import type { Currency } from '@qafila/shared/kernel/currency';
import type { SpendingLimit } from '@qafila/shared/traders/members.contract';
import { beyond } from '@qafila/shared/traders/members.rules';
import { type Actor, permissionsOfActor } from '../../../platform/access/actor';
import { fieldsInvalid, Problem } from '../../../platform/problems/problem';

/** True when the actor holds all of these rights himself. */
export const reaches = (actor: Actor, rights: readonly TraderPermission[]): boolean =>
  beyond(rights, permissionsOfActor(actor)).length === 0;

/** Nobody gives or takes what he lacks. Throws `GRANTS_TOO_MUCH`. */
export function assertReach(actor: Actor, rights: readonly TraderPermission[]): void {
  if (!reaches(actor, rights)) throw new Problem('GRANTS_TOO_MUCH');
}

/** A limit is an amount in the company's currency above zero. Throws `FIELDS_INVALID`. */
export function assertLimit(limit: SpendingLimit | null, currency: Currency): void {
  if (limit && (limit.amount.currency !== currency || limit.amount.minor <= 0))
    throw fieldsInvalid([{ path: 'limit.amount', code: 'invalid', params: {} }]);
}
