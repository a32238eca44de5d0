import { Injectable } from '@nestjs/common';
import type { InputOf } from '@qafila/shared/access/endpoint';
import type { TraderPermission } from '@qafila/shared/access/permissions';
import type { createOwnRole } from '@qafila/shared/traders/members.contract';
import { beyond, MOST_OWN_ROLES } from '@qafila/shared/traders/members.rules';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { type Tx, UnitOfWork, violatedConstraint } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { OwnRoles, People } from '../../identity/identity.api';
import { MemberRepository } from '../db/member.repository';
import { OwnRoleRepository } from '../db/own-role.repository';
import { assertReach } from './reach';
import { VoidInvitations } from './void-invitations';

type Given = InputOf<typeof createOwnRole>['body'];

/** Roles a company makes itself, from the fixed vocabulary and never beyond what their maker holds. */
@Injectable()
export class EditOwnRoles extends OwnRoles {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly people: People,
    private readonly members: MemberRepository,
    private readonly roles: OwnRoleRepository,
    private readonly sent: VoidInvitations,
  ) {
    super();
  }

  permissionsOf(
    tx: Tx,
    given: { readonly companyId: string; readonly personId: string },
  ): Promise<readonly TraderPermission[]> {
    return this.roles.permissionsOf(tx, given);
  }

  create(actor: Actor, given: Given): Promise<{ id: string }> {
    const { companyId } = traderScope(actor);
    return this.unitOfWork.run(traderScope(actor), async (tx) => {
      await this.members.lockCompany(tx, companyId);
      assertReach(actor, given.permissions);
      const known = await this.roles.list(tx, companyId);
      if (known.length >= MOST_OWN_ROLES.value)
        throw new Problem('TOO_MANY_ROLES', { most: MOST_OWN_ROLES.value });
      const { name, permissions } = given;
      const id = await this.roles
        .insert(tx, { companyId, name, permissions: [...new Set(permissions)], at: this.clock.now() })
        .catch(nameTaken);
      await this.record(tx, companyId, { event: 'traders.own_role_created', id, after: given });
      return { id };
    });
  }

  edit(
    actor: Actor,
    at: { readonly id: string; readonly version: number },
    given: Given,
  ): Promise<{ done: true }> {
    const { companyId } = traderScope(actor);
    return this.unitOfWork.run(traderScope(actor), async (tx) => {
      await this.members.lockCompany(tx, companyId);
      const role = await this.roles.find(tx, companyId, at.id);
      // Taking a right out of a role is taking it from its holders: both sides must be within reach.
      assertReach(actor, [...role.permissions, ...given.permissions]);
      const { name } = given;
      const permissions = [...new Set(given.permissions)];
      const isMine = await this.roles.update(tx, { companyId, ...at, name, permissions }).catch(nameTaken);
      if (!isMine) throw new Problem('STALE_RECORD');
      const { name: oldName, permissions: oldPermissions } = role;
      await this.record(tx, companyId, {
        event: 'traders.own_role_changed',
        id: at.id,
        before: { name: oldName, permissions: oldPermissions },
        after: given,
      });
      const personIds = await this.roles.holdersOf(tx, companyId, at.id);
      if (beyond(oldPermissions, permissions).length > 0) await this.sent.of(tx, companyId, personIds);
      if (personIds.length > 0)
        await this.people.endSessions(tx, { personIds, companyId, reason: 'roles changed' });
      return { done: true };
    });
  }

  remove(actor: Actor, id: string): Promise<{ done: true }> {
    const { companyId } = traderScope(actor);
    return this.unitOfWork.run(traderScope(actor), async (tx) => {
      await this.members.lockCompany(tx, companyId);
      const role = await this.roles.find(tx, companyId, id);
      if (role.holders > 0) throw new Problem('ROLE_IN_USE', { count: role.holders });
      await this.roles.remove(tx, companyId, id);
      const { name, permissions } = role;
      await this.record(tx, companyId, {
        event: 'traders.own_role_removed',
        id,
        before: { name, permissions },
      });
      return { done: true };
    });
  }

  private record(
    tx: Tx,
    companyId: string,
    what: {
      readonly event: 'traders.own_role_created' | 'traders.own_role_changed' | 'traders.own_role_removed';
      readonly id: string;
      readonly before?: Readonly<Record<string, unknown>>;
      readonly after?: Readonly<Record<string, unknown>>;
    },
  ): Promise<void> {
    const { event, id, ...sides } = what;
    return this.audit.record(tx, { event, companyId, subject: { kind: 'own-role', id }, ...sides });
  }
}

function nameTaken(error: unknown): never {
  throw violatedConstraint(error) === 'uq_company_roles_name' ? new Problem('ROLE_NAME_TAKEN') : error;
}
