import { Injectable } from '@nestjs/common';
import type { InputOf } from '@qafila/shared/access/endpoint';
import type { Bounds } from '@qafila/shared/traders/bounds';
import type { changeMember } from '@qafila/shared/traders/members.contract';
import { beyond } from '@qafila/shared/traders/members.rules';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { Outbox } from '../../../platform/outbox/outbox';
import { Problem } from '../../../platform/problems/problem';
import { People } from '../../identity/identity.api';
import { MemberRepository } from '../db/member.repository';
import { grantsOf, type Member, type OwnRole } from '../domain/member';
import { MEMBER_CHANGED } from '../members.api';
import { ChooseRoles } from './choose-roles';
import { assertBounds, assertLimits, assertReach } from './reach';
import { VoidInvitations } from './void-invitations';

type Given = InputOf<typeof changeMember>['body'];

/** Sets roles, own roles and limits of a member. Other rights than before end his sessions. */
@Injectable()
export class ChangeMember {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly people: People,
    private readonly members: MemberRepository,
    private readonly chosen: ChooseRoles,
    private readonly sent: VoidInvitations,
  ) {}

  run(
    actor: Actor,
    at: { readonly id: string; readonly version: number },
    given: Given,
  ): Promise<{ done: true }> {
    const { companyId } = traderScope(actor);
    return this.unitOfWork.run(traderScope(actor), async (tx) => {
      const company = await this.members.lockCompany(tx, companyId);
      const member = await this.members.find(tx, companyId, at.id);
      if (member.version !== at.version) throw new Problem('STALE_RECORD');
      assertLimits(given, company.currency);
      const ownRoles = await this.chosen.run(tx, companyId, given.ownRoleIds);
      await this.assertAllowed(tx, actor, { companyId, member, given, ownRoles });
      await this.members.put(
        tx,
        { companyId, personId: at.id },
        {
          state: member.state,
          roles: [...new Set(given.roles)],
          ownRoleIds: ownRoles.map((role) => role.id),
          limit: given.limit,
          approvalLimit: given.approvalLimit,
          joinedAt: null,
        },
      );
      if (beyond(grantsOf(member), grantsOf({ roles: given.roles, ownRoles })).length > 0)
        await this.sent.of(tx, companyId, [at.id]);
      await this.tell(tx, companyId, { member, given, ownRoles });
      return { done: true };
    });
  }

  private async assertAllowed(
    tx: Tx,
    actor: Actor,
    asked: { companyId: string; member: Member; given: Given; ownRoles: readonly OwnRole[] },
  ): Promise<void> {
    const { companyId, member, given, ownRoles } = asked;
    const [held, wanted] = [grantsOf(member), grantsOf({ roles: given.roles, ownRoles })];
    assertReach(actor, [...held, ...wanted]);
    // A limit that its bearer could lift, for himself or for a friend, would bind nobody.
    const isMoved = !isSame(boundsIn(member), boundsIn(given));
    const isOwn = member.personId === actor.personId && !actor.roles.includes('owner');
    if (isOwn && isMoved) throw new Problem('GRANTS_TOO_MUCH');
    if (isMoved || beyond(wanted, held).length > 0)
      assertBounds(actor, await this.members.find(tx, companyId, actor.personId), given);
    const losesOwner = isActiveOwner(member) && !given.roles.includes('owner');
    if (losesOwner && (await this.members.otherOwners(tx, companyId, member.personId)) === 0)
      throw new Problem('LAST_OWNER');
  }

  private async tell(
    tx: Tx,
    companyId: string,
    { member, given, ownRoles }: { member: Member; given: Given; ownRoles: readonly OwnRole[] },
  ): Promise<void> {
    const { personId } = member;
    const before = { roles: member.roles, ownRoles: member.ownRoles.map((role) => role.id) };
    const after = { roles: given.roles, ownRoles: ownRoles.map((role) => role.id) };
    await this.audit.record(tx, {
      event: 'traders.member_changed',
      companyId,
      subject: { kind: 'person', id: personId },
      before: { ...before, ...boundsIn(member) },
      after: { ...after, ...boundsIn(given) },
    });
    if (isSame(sorted(before), sorted(after))) return;
    await this.people.endSessions(tx, { personIds: [personId], companyId, reason: 'roles changed' });
    await this.outbox.record(tx, { type: MEMBER_CHANGED, companyId, payload: { personId } });
  }
}

export const isActiveOwner = (member: Member): boolean =>
  member.state === 'active' && member.roles.includes('owner');

const boundsIn = ({ limit, approvalLimit }: Bounds): Bounds => ({ limit, approvalLimit });
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const sorted = (held: { roles: readonly string[]; ownRoles: readonly string[] }): string[][] => [
  [...held.roles].sort(),
  [...held.ownRoles].sort(),
];
