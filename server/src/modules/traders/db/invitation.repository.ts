import { Injectable } from '@nestjs/common';
import type { TraderRole } from '@qafila/shared/access/roles';
import type { Currency } from '@qafila/shared/kernel/currency';
import type { Locale } from '@qafila/shared/kernel/locale';
import type { Bounds } from '@qafila/shared/traders/bounds';
import type { SpendingWindow } from '@qafila/shared/traders/calendar';
import { oneRow, type Tx } from '../../../platform/database/unit-of-work';

/** An invitation with the company and the inviter's name. */
export interface InvitationRow {
  readonly company_id: string;
  readonly id: string;
  readonly email_enc: string;
  readonly email_hash: string;
  readonly name_enc: string;
  readonly locale: Locale;
  readonly roles: TraderRole[];
  readonly own_role_ids: string[];
  readonly own_roles: { readonly id: string; readonly name: string }[];
  readonly limit_minor: string | null;
  readonly limit_window: SpendingWindow | null;
  readonly approval_minor: string | null;
  readonly sent_at: Date;
  readonly expires_at: Date;
  readonly accepted_at: Date | null;
  readonly revoked_at: Date | null;
  readonly invited_by: string;
  readonly inviter: string;
  readonly name_latin: string;
  readonly name_arabic: string | null;
  readonly currency: Currency;
  readonly company_state: string;
}
export interface NewInvitation extends Bounds {
  readonly companyId: string;
  readonly id: string;
  readonly tokenHash: string;
  readonly emailEnc: string;
  readonly emailHash: string;
  readonly nameEnc: string;
  readonly locale: Locale;
  readonly roles: readonly TraderRole[];
  readonly ownRoleIds: readonly string[];
  readonly invitedBy: string;
  readonly at: Date;
  readonly expiresAt: Date;
}

const INVITATION = `select i.*, p.name as inviter, c.name_latin, c.name_arabic, c.currency, c.state as company_state,
    coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name) order by r.name) from company_roles r
      where r.company_id = i.company_id and r.id = any(i.own_role_ids)), '[]'::jsonb) as own_roles
  from invitations i join people p on p.id = i.invited_by join companies c on c.id = i.company_id`;
const IS_OPEN = 'i.accepted_at is null and i.revoked_at is null';

/** Invitations; a token stands here as its hash only. */
@Injectable()
export class InvitationRepository {
  async insert(tx: Tx, given: NewInvitation): Promise<void> {
    await tx.query(
      `insert into invitations (company_id, id, token_hash, email_enc, email_hash, name_enc, locale, roles, own_role_ids,
         limit_minor, limit_window, approval_minor, invited_by, created_at, sent_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $14, $15)`,
      [
        ...[given.companyId, given.id, given.tokenHash, given.emailEnc, given.emailHash, given.nameEnc],
        ...[given.locale, given.roles, given.ownRoleIds],
        ...[
          given.limit?.amount.minor ?? null,
          given.limit?.window ?? null,
          given.approvalLimit?.minor ?? null,
        ],
        ...[given.invitedBy, given.at, given.expiresAt],
      ],
    );
  }

  /** Waiting and expired invitations of a company, newest first, one more than asked. */
  list(
    tx: Tx,
    companyId: string,
    page: { readonly after: string | null; readonly limit: number },
  ): Promise<InvitationRow[]> {
    return tx.query<InvitationRow>(
      `${INVITATION} where i.company_id = $1 and ${IS_OPEN} and ($2::uuid is null or i.id < $2) order by i.id desc limit $3`,
      [companyId, page.after, page.limit + 1],
    );
  }

  /** Throws `NOT_FOUND`; nobody else moves it until this transaction ends. */
  async lock(tx: Tx, companyId: string, id: string): Promise<InvitationRow> {
    return oneRow(
      await tx.query<InvitationRow>(
        `${INVITATION} where i.company_id = $1 and i.id = $2 for no key update of i`,
        [companyId, id],
      ),
    );
  }

  /** The invitation of a link, if there is one. */
  async byToken(tx: Tx, tokenHash: string): Promise<InvitationRow | undefined> {
    const [row] = await tx.query<InvitationRow>(`${INVITATION} where i.token_hash = $1`, [tokenHash]);
    return row;
  }

  /** Takes an open invitation: of two that hold the same link only one gets it. */
  async take(
    tx: Tx,
    of: { readonly companyId: string; readonly id: string; readonly personId: string },
    at: Date,
  ): Promise<boolean> {
    const rows = await tx.query(
      `update invitations i set accepted_at = $4, accepted_by = $3
       where i.company_id = $1 and i.id = $2 and ${IS_OPEN} and i.expires_at > $4 returning id`,
      [of.companyId, of.id, of.personId, at],
    );
    return rows.length > 0;
  }

  /** Locks the invitation of a link while its holder becomes a person. */
  async lockToken(tx: Tx, tokenHash: string): Promise<void> {
    await tx.query('select id from invitations where token_hash = $1 for no key update', [tokenHash]);
  }

  async renew(
    tx: Tx,
    of: { readonly companyId: string; readonly id: string },
    given: { readonly tokenHash: string; readonly at: Date; readonly expiresAt: Date },
  ): Promise<void> {
    await tx.query(
      `update invitations set token_hash = $3, sent_at = $4, expires_at = $5, sent_count = sent_count + 1
       where company_id = $1 and id = $2`,
      [of.companyId, of.id, given.tokenHash, given.at, given.expiresAt],
    );
  }

  async revoke(tx: Tx, of: { readonly companyId: string; readonly id: string }, at: Date): Promise<void> {
    await tx.query('update invitations set revoked_at = $3 where company_id = $1 and id = $2', [
      of.companyId,
      of.id,
      at,
    ]);
  }

  /** Revokes what these people sent and nobody took; answers the ids. */
  async revokeOf(
    tx: Tx,
    of: { readonly companyId: string; readonly personIds: readonly string[] },
    at: Date,
  ): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `update invitations i set revoked_at = $3
       where i.company_id = $1 and i.invited_by = any($2::uuid[]) and ${IS_OPEN} returning id`,
      [of.companyId, of.personIds, at],
    );
    return rows.map((row) => row.id);
  }

  /**
   * Links that the company sent, to everybody and to this address: mails to strangers are limited. Every send of an
   * invitation that was sent since then counts, so that sending again is no way around.
   */
  async sentSince(
    tx: Tx,
    of: { readonly companyId: string; readonly emailHash: string },
    since: Date,
  ): Promise<{ readonly all: number; readonly here: number }> {
    const [row] = await tx.query<{ all: number; here: number }>(
      `select coalesce(sum(sent_count), 0)::int as "all",
         coalesce(sum(sent_count) filter (where email_hash = $2), 0)::int as here
       from invitations where company_id = $1 and sent_at > $3`,
      [of.companyId, of.emailHash, since],
    );
    return row ?? { all: 0, here: 0 };
  }
}
