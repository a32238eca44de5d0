import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Notices } from '../../../platform/notices/notices';
import { type DeliveredEvent, Listens, Outbox } from '../../../platform/outbox/outbox';
import { PERSON_ENROLLED, People } from '../../identity/identity.api';
import { MemberRepository } from '../db/member.repository';
import { MEMBER_CHANGED, MEMBER_GONE, MEMBER_JOINED } from '../members.api';

const payload = z.object({ personId: z.uuid() });

/** Who enrolled a factor becomes active; the company's owners hear who came and went. */
@Injectable()
export class MembersListener {
  constructor(
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly notices: Notices,
    private readonly people: People,
    private readonly members: MemberRepository,
  ) {}

  @Listens(PERSON_ENROLLED)
  async onEnrolled(tx: Tx, event: DeliveredEvent): Promise<void> {
    const { personId } = payload.parse(event.payload);
    for (const companyId of await this.members.activate(tx, personId, this.clock.now())) {
      await this.audit.record(tx, {
        event: 'traders.member_joined',
        companyId,
        subject: { kind: 'person', id: personId },
        before: { state: 'enrolling' },
        after: { state: 'active' },
      });
      await this.outbox.record(tx, { type: MEMBER_JOINED, companyId, payload: { personId } });
    }
  }

  @Listens(MEMBER_JOINED)
  onJoined(tx: Tx, event: DeliveredEvent): Promise<void> {
    return this.tellOwners(tx, event, 'member_joined');
  }

  @Listens(MEMBER_GONE)
  onGone(tx: Tx, event: DeliveredEvent): Promise<void> {
    return this.tellOwners(tx, event, 'member_left');
  }

  @Listens(MEMBER_CHANGED)
  async onChanged(tx: Tx, event: DeliveredEvent): Promise<void> {
    const { personId } = payload.parse(event.payload);
    if (!event.companyId) return;
    const { nameLatin } = await this.members.lockCompany(tx, event.companyId);
    await this.notices.tell(tx, {
      companyId: event.companyId,
      to: { personIds: [personId] },
      event: 'rights_changed',
      params: { company: nameLatin },
      link: null,
    });
  }

  private async tellOwners(
    tx: Tx,
    event: DeliveredEvent,
    what: 'member_joined' | 'member_left',
  ): Promise<void> {
    const { personId } = payload.parse(event.payload);
    const contact = (await this.people.contactsOf(tx, [personId])).get(personId);
    if (!event.companyId || !contact) return;
    await this.notices.tell(tx, {
      companyId: event.companyId,
      to: { roles: ['owner'] },
      event: what,
      params: { name: contact.name },
      link: '/company/people',
    });
  }
}
