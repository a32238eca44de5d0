import { Injectable } from '@nestjs/common';
import type { InputOf, ReplyOf } from '@qafila/shared/access/endpoint';
import type { TraderRole } from '@qafila/shared/access/roles';
import type { Bounds } from '@qafila/shared/traders/bounds';
import type { inviteMember } from '@qafila/shared/traders/members.contract';
import { INVITATION_DAYS } from '@qafila/shared/traders/members.rules';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { BlindIndex } from '../../../platform/crypto/blind-index';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import { type Tx, UnitOfWork, violatedConstraint } from '../../../platform/database/unit-of-work';
import { newId, newSecret } from '../../../platform/ids/new-id';
import { Problem } from '../../../platform/problems/problem';
import { InvitationRepository, type InvitationRow } from '../db/invitation.repository';
import { MemberRepository } from '../db/member.repository';
import { approvalOf, grantsOf, limitOf } from '../domain/member';
import { ChooseRoles } from './choose-roles';
import { InvitationMail, invitationPlace } from './invitation-mail';
import { assertBounds, assertLimits, assertReach } from './reach';

type Given = InputOf<typeof inviteMember>['body'];

const DAY_MS = 86_400_000;
const HOUR_SECONDS = 3600;
/** Links a company can send to strangers in a day. */
const MOST_A_DAY = 50;
/** Links a company can send to one address in a day. */
const MOST_TO_ONE = 5;
const TOKEN_BYTES = 32;

/**
 * Invites somebody into the company. Nothing here looks at people outside it: the answer and its time are the same
 * whoever the mail belongs to.
 */
@Injectable()
export class InviteMember {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly index: BlindIndex,
    private readonly cipher: FieldCipher,
    private readonly members: MemberRepository,
    private readonly chosen: ChooseRoles,
    private readonly invitations: InvitationRepository,
    private readonly mail: InvitationMail,
  ) {}

  invite(actor: Actor, given: Given): Promise<ReplyOf<typeof inviteMember>> {
    const { companyId, personId } = traderScope(actor);
    return this.unitOfWork.run(traderScope(actor), async (tx) => {
      const company = await this.members.lockCompany(tx, companyId);
      assertLimits(given, company.currency);
      await this.assertGrantable(tx, actor, { companyId, ...given });
      const emailHash = this.index.ofMail(given.email);
      await this.assertNotFlooding(tx, { companyId, emailHash });
      if (await this.members.hasMail(tx, companyId, emailHash)) throw new Problem('INVITED_ALREADY');
      const token = newSecret(TOKEN_BYTES);
      const { id, expiresAt } = await this.insert(tx, given, { companyId, personId, emailHash, token });
      await this.mail.send(tx, await this.invitations.lock(tx, companyId, id), token);
      await this.audit.record(tx, {
        event: 'traders.member_invited',
        companyId,
        subject: { kind: 'invitation', id },
        after: { roles: given.roles, ownRoles: given.ownRoleIds, ...boundsIn(given) },
      });
      return { id, expiresAt: expiresAt.toISOString() };
    });
  }

  /** A new link for an invitation that waits or has expired. Throws `WRONG_STATE`. */
  resend(actor: Actor, id: string): Promise<{ expiresAt: string }> {
    const { companyId } = traderScope(actor);
    return this.unitOfWork.run(traderScope(actor), async (tx) => {
      // Sends are counted one after the other.
      await this.members.lockCompany(tx, companyId);
      const invitation = await this.openOne(tx, companyId, id);
      await this.assertGrantable(tx, actor, {
        companyId,
        roles: invitation.roles,
        ownRoleIds: invitation.own_roles.map((role) => role.id),
        limit: limitOf(invitation, invitation.currency),
        approvalLimit: approvalOf(invitation, invitation.currency),
      });
      await this.assertNotFlooding(tx, { companyId, emailHash: invitation.email_hash });
      const at = this.clock.now();
      const token = newSecret(TOKEN_BYTES);
      const expiresAt = expiryFrom(at);
      await this.invitations.renew(
        tx,
        { companyId, id },
        { tokenHash: this.index.ofToken(token), at, expiresAt },
      );
      await this.mail.send(tx, { ...invitation, expires_at: expiresAt }, token);
      await this.audit.record(tx, {
        event: 'traders.invitation_sent_again',
        companyId,
        subject: { kind: 'invitation', id },
      });
      return { expiresAt: expiresAt.toISOString() };
    });
  }

  revoke(actor: Actor, id: string): Promise<{ done: true }> {
    const { companyId } = traderScope(actor);
    return this.unitOfWork.run(traderScope(actor), async (tx) => {
      await this.openOne(tx, companyId, id);
      await this.invitations.revoke(tx, { companyId, id }, this.clock.now());
      await this.audit.record(tx, {
        event: 'traders.invitation_revoked',
        companyId,
        subject: { kind: 'invitation', id },
      });
      return { done: true };
    });
  }

  private async insert(
    tx: Tx,
    given: Given,
    by: { companyId: string; personId: string; emailHash: string; token: string },
  ): Promise<{ id: string; expiresAt: Date }> {
    const { companyId, personId, emailHash } = by;
    const id = newId();
    const at = this.clock.now();
    const expiresAt = expiryFrom(at);
    const sealer = await this.cipher.sealerFor(companyId);
    const { roles, ownRoleIds, locale } = given;
    const row = { companyId, id, emailHash, locale, roles: [...new Set(roles)], ownRoleIds };
    await this.invitations
      .insert(tx, {
        ...row,
        ...boundsIn(given),
        tokenHash: this.index.ofToken(by.token),
        emailEnc: sealer.seal(invitationPlace('email_enc', id), given.email),
        nameEnc: sealer.seal(invitationPlace('name_enc', id), given.name),
        invitedBy: personId,
        at,
        expiresAt,
      })
      .catch((error: unknown) => {
        throw violatedConstraint(error) === 'uq_invitations_open' ? new Problem('INVITED_ALREADY') : error;
      });
    return { id, expiresAt };
  }

  private async assertGrantable(
    tx: Tx,
    actor: Actor,
    asked: Bounds & {
      readonly companyId: string;
      readonly roles: readonly TraderRole[];
      readonly ownRoleIds: readonly string[];
    },
  ): Promise<void> {
    const ownRoles = await this.chosen.run(tx, asked.companyId, asked.ownRoleIds);
    assertReach(actor, grantsOf({ roles: asked.roles, ownRoles }));
    assertBounds(actor, await this.members.find(tx, asked.companyId, actor.personId), asked);
  }

  private async assertNotFlooding(
    tx: Tx,
    of: { readonly companyId: string; readonly emailHash: string },
  ): Promise<void> {
    const since = new Date(this.clock.now().getTime() - DAY_MS);
    const sent = await this.invitations.sentSince(tx, of, since);
    if (sent.all >= MOST_A_DAY || sent.here >= MOST_TO_ONE)
      throw new Problem('TOO_MANY_TRIES', { seconds: HOUR_SECONDS });
  }

  private async openOne(tx: Tx, companyId: string, id: string): Promise<InvitationRow> {
    const invitation = await this.invitations.lock(tx, companyId, id);
    if (invitation.accepted_at || invitation.revoked_at) throw new Problem('WRONG_STATE');
    return invitation;
  }
}

const boundsIn = ({ limit, approvalLimit }: Bounds): Bounds => ({ limit, approvalLimit });
const expiryFrom = (at: Date): Date => new Date(at.getTime() + INVITATION_DAYS.value * DAY_MS);
