import { Injectable } from '@nestjs/common';
import type { Locale } from '@qafila/shared/kernel/locale';
import { Clock } from '../../../platform/clock/clock';
import { BlindIndex } from '../../../platform/crypto/blind-index';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import type { Tx } from '../../../platform/database/unit-of-work';
import { newSecret } from '../../../platform/ids/new-id';
import { Problem } from '../../../platform/problems/problem';

export type LinkPurpose = 'registration' | 'password_reset' | 'email_change' | 'unlock' | 'lost_factor';
export interface NewLink {
  readonly purpose: LinkPurpose;
  /** `null` only for a registration. */
  readonly personId: string | null;
  /** The mailbox it goes to. */
  readonly email: string;
  readonly locale: Locale;
  readonly lifeMs: number;
}
/** What a link proves: whoever holds it reads this mailbox. */
export interface OpenLink {
  readonly personId: string | null;
  readonly email: string;
  readonly locale: Locale;
}
interface LinkRow {
  token_hash: string;
  person_id: string | null;
  email_enc: string;
  locale: Locale;
}
const emailPlace = (hash: string) => ({ table: 'identity_links', column: 'email_enc', rowId: hash });

/** Links that go out by mail: 256 bits, stored as a hash, used once, expiring. */
@Injectable()
export class Links {
  constructor(
    private readonly clock: Clock,
    private readonly index: BlindIndex,
    private readonly cipher: FieldCipher,
  ) {}

  /** Makes a link. The token leaves the server once, in the mail. */
  async issue(tx: Tx, link: NewLink): Promise<{ token: string; expiresAt: Date }> {
    const token = newSecret(32);
    const hash = this.index.ofToken(token);
    const sealer = await this.cipher.sealerFor(null);
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + link.lifeMs);
    await tx.query(
      `insert into identity_links (token_hash, purpose, person_id, email_enc, email_hash, locale, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        hash,
        link.purpose,
        link.personId,
        sealer.seal(emailPlace(hash), link.email),
        this.index.ofMail(link.email),
        link.locale,
        now,
        expiresAt,
      ],
    );
    return { token, expiresAt };
  }

  /** Reads a link without using it up. Throws `LINK_USED`, for an unknown token too. */
  async peek(tx: Tx, purpose: LinkPurpose, token: string): Promise<OpenLink> {
    const rows = await tx.query<LinkRow>(
      `select token_hash, person_id, email_enc, locale from identity_links
       where token_hash = $1 and purpose = $2 and used_at is null and expires_at > $3`,
      [this.index.ofToken(token), purpose, this.clock.now()],
    );
    return this.opened(rows);
  }

  /**
   * Uses a link up, and with it every older one of its kind for the same mailbox. Throws `LINK_USED`, at once for
   * whoever comes while it is being used: nobody waits in line with a connection in his hand.
   */
  async use(tx: Tx, purpose: LinkPurpose, token: string): Promise<OpenLink> {
    const now = this.clock.now();
    const rows = await tx.query<LinkRow & { email_hash: string }>(
      `update identity_links set used_at = $3
       where token_hash = (select token_hash from identity_links
         where token_hash = $1 and purpose = $2 and used_at is null and expires_at > $3 for update skip locked)
       returning token_hash, person_id, email_enc, email_hash, locale`,
      [this.index.ofToken(token), purpose, now],
    );
    const link = await this.opened(rows);
    await tx.query(
      `update identity_links set used_at = $3 where email_hash = $1 and purpose = $2 and used_at is null`,
      [rows[0]?.email_hash, purpose, now],
    );
    return link;
  }

  /** Voids the open links of these kinds of a person. */
  async void(tx: Tx, purposes: readonly LinkPurpose[], personId: string): Promise<void> {
    await tx.query(
      'update identity_links set used_at = $3 where person_id = $1 and purpose = any($2) and used_at is null',
      [personId, purposes, this.clock.now()],
    );
  }

  private async opened(rows: readonly LinkRow[]): Promise<OpenLink> {
    const [row] = rows;
    if (!row) throw new Problem('LINK_USED');
    const sealer = await this.cipher.sealerFor(null);
    return {
      personId: row.person_id,
      email: sealer.open(emailPlace(row.token_hash), row.email_enc),
      locale: row.locale,
    };
  }
}
