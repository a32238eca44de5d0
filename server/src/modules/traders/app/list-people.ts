import { Injectable } from '@nestjs/common';
import type { InputOf, ReplyOf } from '@qafila/shared/access/endpoint';
import type { listInvitations, listOwnRoles, listPeople } from '@qafila/shared/traders/members.contract';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { Clock } from '../../../platform/clock/clock';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import { CURSOR_PART, decodeCursor, pageOfRows } from '../../../platform/database/cursor';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { InvitationRepository } from '../db/invitation.repository';
import { MemberRepository } from '../db/member.repository';
import { OwnRoleRepository } from '../db/own-role.repository';
import { approvalOf, grantsOf, limitOf } from '../domain/member';
import { invitationPlace } from './invitation-mail';
import { reaches } from './reach';
import { Spending } from './spending';

/** Who belongs to a company, who is invited, and the roles it made. */
@Injectable()
export class ListPeople {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
    private readonly members: MemberRepository,
    private readonly invitations: InvitationRepository,
    private readonly ownRoles: OwnRoleRepository,
    private readonly spending: Spending,
  ) {}

  people(actor: Actor, query: InputOf<typeof listPeople>['query']): Promise<ReplyOf<typeof listPeople>> {
    const scope = traderScope(actor);
    const [after = null] = decodeCursor(query.after, [CURSOR_PART.id]);
    return this.unitOfWork.run(scope, async (tx) => {
      const found = await this.members.list(tx, scope.companyId, { after, limit: query.limit });
      const page = pageOfRows(found, query.limit, (member) => [member.personId]);
      const spent = await this.spending.ofMembers(tx, scope.companyId, page.rows);
      const sealer = await this.cipher.sealerFor(null);
      return {
        rows: page.rows.map((member) => ({
          id: member.personId,
          name: member.name,
          email: sealer.open(
            { table: 'people', column: 'email_enc', rowId: member.personId },
            member.emailEnc,
          ),
          state: member.state,
          roles: [...member.roles],
          ownRoles: member.ownRoles.map(({ id, name }) => ({ id, name })),
          limit: spent.get(member.personId) ?? null,
          approvalLimit: member.approvalLimit,
          joinedAt: member.joinedAt?.toISOString() ?? null,
          isYou: member.personId === actor.personId,
          isWithinReach: reaches(actor, grantsOf(member)),
          drafts: member.drafts,
          version: member.version,
        })),
        next: page.next,
      };
    });
  }

  waiting(
    actor: Actor,
    query: InputOf<typeof listInvitations>['query'],
  ): Promise<ReplyOf<typeof listInvitations>> {
    const scope = traderScope(actor);
    const [after = null] = decodeCursor(query.after, [CURSOR_PART.id]);
    return this.unitOfWork.run(scope, async (tx) => {
      const found = await this.invitations.list(tx, scope.companyId, { after, limit: query.limit });
      const page = pageOfRows(found, query.limit, (row) => [row.id]);
      const sealer = await this.cipher.sealerFor(scope.companyId);
      const now = this.clock.now();
      return {
        rows: page.rows.map((row) => ({
          id: row.id,
          name: sealer.open(invitationPlace('name_enc', row.id), row.name_enc),
          email: sealer.open(invitationPlace('email_enc', row.id), row.email_enc),
          roles: row.roles,
          ownRoles: row.own_roles,
          limit: limitOf(row, row.currency),
          approvalLimit: approvalOf(row, row.currency),
          sentAt: row.sent_at.toISOString(),
          expiresAt: row.expires_at.toISOString(),
          isExpired: row.expires_at <= now,
          invitedBy: row.inviter,
        })),
        next: page.next,
      };
    });
  }

  roles(actor: Actor): Promise<ReplyOf<typeof listOwnRoles>> {
    const scope = traderScope(actor);
    return this.unitOfWork.run(scope, async (tx) => ({
      rows: (await this.ownRoles.list(tx, scope.companyId)).map((role) => ({
        ...role,
        permissions: [...role.permissions],
      })),
    }));
  }
}
