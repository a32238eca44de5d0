import type { TraderPermission } from '@qafila/shared/access/permissions';
import type { Currency } from '@qafila/shared/kernel/currency';
import type { Money } from '@qafila/shared/kernel/money';
import type { Bounds } from '@qafila/shared/traders/bounds';
import { beyond, isBoundWithin } from '@qafila/shared/traders/members.rules';
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
export function assertLimits({ limit, approvalLimit }: Bounds, currency: Currency): void {
  const isWrong = (amount: Money | undefined | null): boolean =>
    !!amount && (amount.currency !== currency || amount.minor <= 0);
  const paths = [
    ...(isWrong(limit?.amount) ? ['limit.amount'] : []),
    ...(isWrong(approvalLimit) ? ['approvalLimit'] : []),
  ];
  if (paths.length > 0) throw fieldsInvalid(paths.map((path) => ({ path, code: 'invalid', params: {} })));
}

/** Who is bound by a limit lets nobody spend more than himself; an owner binds himself only. Throws `GRANTS_TOO_MUCH`. */
export function assertBounds(actor: Actor, own: Bounds, given: Bounds): void {
  if (!actor.roles.includes('owner') && !isBoundWithin(given, own)) throw new Problem('GRANTS_TOO_MUCH');
}
