import type { TraderPermission } from '@qafila/shared/access/permissions';
import type { TraderRole } from '@qafila/shared/access/roles';
import type { Currency } from '@qafila/shared/kernel/currency';
import { type Money, money } from '@qafila/shared/kernel/money';
import type { SpendingLimit } from '@qafila/shared/traders/bounds';
import type { SpendingWindow } from '@qafila/shared/traders/calendar';
import { grantedBy } from '@qafila/shared/traders/members.rules';

export type MemberState = 'invited' | 'enrolling' | 'active' | 'suspended' | 'removed';
/** A role the company made itself. */
export interface OwnRole {
  readonly id: string;
  readonly name: string;
  readonly permissions: readonly TraderPermission[];
}
/** Somebody who belongs to a company. */
export interface Member {
  readonly personId: string;
  readonly name: string;
  /** Sealed with the store's key. */
  readonly emailEnc: string;
  readonly state: Exclude<MemberState, 'invited' | 'removed'>;
  readonly roles: readonly TraderRole[];
  readonly ownRoles: readonly OwnRole[];
  readonly limit: SpendingLimit | null;
  readonly approvalLimit: Money | null;
  readonly joinedAt: Date | null;
  readonly currency: Currency;
  /** Of the company: its days and months begin there. */
  readonly timeZone: string;
  /** Drafts he began. */
  readonly drafts: number;
  readonly version: number;
}

/** Everything a member may do while his company is active. */
export const grantsOf = (holder: {
  readonly roles: readonly TraderRole[];
  readonly ownRoles: readonly OwnRole[];
}): TraderPermission[] =>
  grantedBy(
    holder.roles,
    holder.ownRoles.map((role) => role.permissions),
  );

/** A limit from its columns. */
export const limitOf = (
  row: { readonly limit_minor: string | null; readonly limit_window: SpendingWindow | null },
  currency: Currency,
): SpendingLimit | null =>
  row.limit_minor === null || row.limit_window === null
    ? null
    : { amount: money(Number(row.limit_minor), currency), window: row.limit_window };

/** An approval limit from its column. */
export const approvalOf = (
  row: { readonly approval_minor: string | null },
  currency: Currency,
): Money | null => (row.approval_minor === null ? null : money(Number(row.approval_minor), currency));
