import { Injectable } from '@nestjs/common';
import { decide } from '@qafila/shared/kernel/lifecycle';
import type { AuditEventName } from '@qafila/shared/oversight/audit-events';
import { memberLifecycle } from '@qafila/shared/traders/traders.lifecycle';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { Outbox } from '../../../platform/outbox/outbox';
import { Problem } from '../../../platform/problems/problem';
import { People } from '../../identity/identity.api';
import { Orders } from '../../ordering/ordering.api';
import { MemberRepository } from '../db/member.repository';
import { grantsOf, type Member } from '../domain/member';
import { MEMBER_GONE } from '../members.api';
import { isActiveOwner } from './change-member';
import { assertReach } from './reach';
import { VoidInvitations } from './void-invitations';

type Step = 'suspend' | 'activate' | 'remove';
type Done = { done: true };

/** Suspends, reinstates and removes members, and lets them leave; a company never loses its last active owner. */
@Injectable()
export class PartMember {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly people: People,
    private readonly orders: Orders,
    private readonly members: MemberRepository,
    private readonly sent: VoidInvitations,
  ) {}

  suspend(actor: Actor, id: string): Promise<Done> {
    return this.onOther(actor, id, async (tx, member) => {
      await this.move(tx, actor, { member, step: 'suspend', event: 'traders.member_suspended' });
      await this.sent.of(tx, traderScope(actor).companyId, [id]);
      await this.endSessions(tx, actor, id);
    });
  }

  reinstate(actor: Actor, id: string): Promise<Done> {
    return this.onOther(actor, id, async (tx, member) => {
      if (member.state !== 'suspended') throw new Problem('WRONG_STATE');
      await this.move(tx, actor, { member, step: 'activate', event: 'traders.member_reinstated' });
    });
  }

  remove(actor: Actor, id: string, handOverTo: string | null): Promise<Done> {
    return this.onOther(actor, id, (tx, member) =>
      this.part(tx, actor, { member, handOverTo, event: 'traders.member_removed' }),
    );
  }

  /** The caller goes himself; staff who act for a trader cannot. */
  leave(actor: Actor, handOverTo: string | null): Promise<Done> {
    const scope = traderScope(actor);
    if (actor.acting) throw new Problem('NOT_ALLOWED');
    return this.unitOfWork.run(scope, async (tx) => {
      await this.members.lockCompany(tx, scope.companyId);
      const member = await this.members.find(tx, scope.companyId, scope.personId);
      await this.part(tx, actor, { member, handOverTo, event: 'traders.member_left' });
      return { done: true };
    });
  }

  private onOther(actor: Actor, id: string, work: (tx: Tx, member: Member) => Promise<void>): Promise<Done> {
    const { companyId } = traderScope(actor);
    return this.unitOfWork.run(traderScope(actor), async (tx) => {
      await this.members.lockCompany(tx, companyId);
      const member = await this.members.find(tx, companyId, id);
      if (id === actor.personId) throw new Problem('NOT_YOURSELF');
      assertReach(actor, grantsOf(member));
      await work(tx, member);
      return { done: true };
    });
  }

  private async part(
    tx: Tx,
    actor: Actor,
    given: { readonly member: Member; readonly handOverTo: string | null; readonly event: AuditEventName },
  ): Promise<void> {
    const { member, handOverTo } = given;
    const { companyId } = traderScope(actor);
    const { personId } = member;
    const heir = member.drafts > 0 ? await this.heirOf(tx, companyId, given) : null;
    await this.move(tx, actor, { member, step: 'remove', event: given.event, handOverTo });
    if (heir !== null)
      await this.orders.handOverDrafts(tx, { companyId, from: personId, to: heir, at: this.clock.now() });
    await this.members.forget(tx, { companyId, personId });
    await this.sent.of(tx, companyId, [personId]);
    await this.endSessions(tx, actor, personId);
    await this.outbox.record(tx, { type: MEMBER_GONE, companyId, payload: { personId } });
  }

  /** Who takes over the drafts: an active member who may draft orders. Throws `HAND_OVER_NEEDED`. */
  private async heirOf(
    tx: Tx,
    companyId: string,
    { member, handOverTo }: { readonly member: Member; readonly handOverTo: string | null },
  ): Promise<string> {
    const needed = new Problem('HAND_OVER_NEEDED', { count: member.drafts });
    if (handOverTo === null || handOverTo === member.personId) throw needed;
    const heir = await this.members.find(tx, companyId, handOverTo).catch((error: unknown) => {
      throw error instanceof Problem ? needed : error;
    });
    if (heir.state !== 'active' || !grantsOf(heir).includes('order:draft')) throw needed;
    return heir.personId;
  }

  private async move(
    tx: Tx,
    actor: Actor,
    by: {
      readonly member: Member;
      readonly step: Step;
      readonly event: AuditEventName;
      readonly handOverTo?: string | null;
    },
  ): Promise<void> {
    const { companyId } = traderScope(actor);
    const { member, step, event, handOverTo } = by;
    const { personId } = member;
    const verdict = decide(memberLifecycle, { state: member.state, step }, undefined);
    if (!verdict.ok) throw new Problem('WRONG_STATE');
    const isLost = step !== 'activate' && isActiveOwner(member);
    if (isLost && (await this.members.otherOwners(tx, companyId, personId)) === 0)
      throw new Problem('LAST_OWNER');
    await this.members.move(tx, { companyId, personId }, verdict.to);
    await this.audit.record(tx, {
      event,
      companyId,
      subject: { kind: 'person', id: personId },
      before: { state: member.state },
      after: { state: verdict.to, ...(handOverTo ? { draftsTo: handOverTo } : {}) },
    });
  }

  private endSessions(tx: Tx, actor: Actor, personId: string): Promise<void> {
    const { companyId } = traderScope(actor);
    return this.people.endSessions(tx, { personIds: [personId], companyId, reason: 'membership ended' });
  }
}
