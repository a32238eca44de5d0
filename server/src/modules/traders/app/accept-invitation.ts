import { Injectable } from '@nestjs/common';
import type { InputOf, ReplyOf } from '@qafila/shared/access/endpoint';
import { decide } from '@qafila/shared/kernel/lifecycle';
import type { acceptInvitation, joinCompany, lookInvitation } from '@qafila/shared/traders/members.contract';
import { memberLifecycle } from '@qafila/shared/traders/traders.lifecycle';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../../platform/access/actor';
import { systemScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { BlindIndex } from '../../../platform/crypto/blind-index';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { Outbox } from '../../../platform/outbox/outbox';
import { Problem } from '../../../platform/problems/problem';
import { LinkTries, People, SessionDoor } from '../../identity/identity.api';
import { InvitationRepository, type InvitationRow } from '../db/invitation.repository';
import { MemberRepository } from '../db/member.repository';
import { approvalOf, limitOf } from '../domain/member';
import { MEMBER_JOINED } from '../members.api';
import { invitationPlace } from './invitation-mail';

/** The holder of a link joins the company: as a new person, or with the account he has. */
@Injectable()
export class AcceptInvitation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly index: BlindIndex,
    private readonly cipher: FieldCipher,
    private readonly people: People,
    private readonly sessions: SessionDoor,
    private readonly tries: LinkTries,
    private readonly members: MemberRepository,
    private readonly invitations: InvitationRepository,
  ) {}

  /** What the link invites to. Throws `INVITATION_OVER` for every link that is none. */
  async look(given: { token: string; ip: string }): Promise<ReplyOf<typeof lookInvitation>> {
    await this.tries.count(given);
    const { token } = given;
    return this.unitOfWork.run(systemScope('an invitation is opened'), async (tx) => {
      const invitation = await this.openOne(tx, token);
      const { email, name } = await this.opened(invitation);
      const known = await this.people.findByMail(tx, email);
      return {
        company: { nameLatin: invitation.name_latin, nameArabic: invitation.name_arabic },
        name,
        email,
        roles: invitation.roles,
        ownRoles: invitation.own_roles.map((role) => role.name),
        invitedBy: invitation.inviter,
        expiresAt: invitation.expires_at.toISOString(),
        hasAccount: known !== null,
      };
    });
  }

  /** A new person; he enrols a second factor next and is active after that. */
  async accept(
    given: InputOf<typeof acceptInvitation>['body'],
    at: { readonly reply: FastifyReply; readonly agent: string; readonly ip: string },
  ): Promise<{ done: true }> {
    await this.tries.count({ token: given.token, ip: at.ip });
    return this.unitOfWork.run(systemScope('an invitation is accepted'), async (tx) => {
      const invitation = await this.lockOne(tx, given.token);
      const { email } = await this.opened(invitation);
      if (await this.people.findByMail(tx, email)) throw new Problem('INVITATION_SIGN_IN');
      const { name, password, locale } = given;
      const personId = await this.people.create(tx, { kind: 'trader', name, email, locale, password });
      await this.take(tx, invitation, { personId, state: 'enrolling' });
      await this.sessions.beginEnrolment(tx, { personId, reply: at.reply, agent: at.agent });
      return { done: true };
    });
  }

  /** Somebody signed in; the link must have gone to his own mail. Throws `INVITATION_OTHER_MAIL`. */
  async join(
    actor: Actor,
    given: { readonly token: string; readonly ip: string },
  ): Promise<ReplyOf<typeof joinCompany>> {
    if (actor.kind !== 'trader' || actor.acting) throw new Problem('NOT_ALLOWED');
    await this.tries.count(given);
    const { personId } = actor;
    // The company is not the caller's yet, so neither wall could show it to him.
    return this.unitOfWork.run(systemScope('an invitation is accepted'), async (tx) => {
      const invitation = await this.lockOne(tx, given.token);
      const contact = (await this.people.contactsOf(tx, [personId])).get(personId);
      if (!contact || this.index.ofMail(contact.email) !== invitation.email_hash)
        throw new Problem('INVITATION_OTHER_MAIL');
      await this.take(tx, invitation, { personId, state: 'active' });
      const { company_id: companyId } = invitation;
      await this.outbox.record(tx, { type: MEMBER_JOINED, companyId, payload: { personId } });
      return { companyId };
    });
  }

  /** The company before its invitation, as everybody locks who changes people or takes invitations back. */
  private async lockOne(tx: Tx, token: string): Promise<InvitationRow> {
    const { company_id: companyId } = await this.openOne(tx, token);
    await this.members.lockCompany(tx, companyId);
    await this.invitations.lockToken(tx, this.index.ofToken(token));
    return this.openOne(tx, token);
  }

  private async openOne(tx: Tx, token: string): Promise<InvitationRow> {
    const invitation = await this.invitations.byToken(tx, this.index.ofToken(token));
    const isOver =
      !invitation ||
      invitation.accepted_at !== null ||
      invitation.revoked_at !== null ||
      invitation.expires_at <= this.clock.now() ||
      invitation.company_state === 'closed';
    if (isOver) throw new Problem('INVITATION_OVER');
    return invitation;
  }

  private async opened(invitation: InvitationRow): Promise<{ email: string; name: string }> {
    const sealer = await this.cipher.sealerFor(invitation.company_id);
    return {
      email: sealer.open(invitationPlace('email_enc', invitation.id), invitation.email_enc),
      name: sealer.open(invitationPlace('name_enc', invitation.id), invitation.name_enc),
    };
  }

  /** The link is used up and its holder a member: `enrolling` until he has a factor, `active` who has one. */
  private async take(
    tx: Tx,
    invitation: InvitationRow,
    by: { readonly personId: string; readonly state: 'enrolling' | 'active' },
  ): Promise<void> {
    const { company_id: companyId, id } = invitation;
    const { personId, state } = by;
    const at = this.clock.now();
    // What somebody has in a company changes by its managers, under their rules; never by a link.
    if (await this.members.belongs(tx, companyId, personId)) throw new Problem('MEMBER_ALREADY');
    const enrolled = decide(memberLifecycle, { state: 'invited', step: 'enrol' }, undefined);
    if (!enrolled.ok) throw new Problem('INVITATION_OVER');
    if (!(await this.invitations.take(tx, { companyId, id, personId }, at)))
      throw new Problem('INVITATION_OVER');
    await this.members.put(
      tx,
      { companyId, personId },
      {
        state,
        roles: invitation.roles,
        ownRoleIds: invitation.own_roles.map((role) => role.id),
        limit: limitOf(invitation, invitation.currency),
        approvalLimit: approvalOf(invitation, invitation.currency),
        joinedAt: state === 'active' ? at : null,
      },
    );
    await this.audit.record(tx, {
      event: 'traders.invitation_accepted',
      companyId,
      subject: { kind: 'person', id: personId },
      after: { invitation: id, state, roles: invitation.roles },
    });
  }
}
