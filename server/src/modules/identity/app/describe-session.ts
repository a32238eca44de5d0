import { Injectable } from '@nestjs/common';
import type { ReplyOf } from '@qafila/shared/access/endpoint';
import type { CompanyState } from '@qafila/shared/access/roles';
import type { readSession } from '@qafila/shared/identity/identity.contract';
import type { Currency } from '@qafila/shared/kernel/currency';
import type { Locale } from '@qafila/shared/kernel/locale';
import { type Actor, permissionsOfActor } from '../../../platform/access/actor';
import { scopeOf } from '../../../platform/access/scope';
import { Config } from '../../../platform/config/config';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import { oneRow, UnitOfWork } from '../../../platform/database/unit-of-work';

interface Row {
  name: string;
  email_enc: string;
  locale: Locale;
  idle_until: Date;
  ends_at: Date;
  company_id: string | null;
  name_latin: string;
  name_arabic: string | null;
  country: string;
  currency: Currency;
  state: CompanyState;
}

/** Who is signed in, with the company and what they may do. */
@Injectable()
export class DescribeSession {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly config: Config,
    private readonly cipher: FieldCipher,
  ) {}

  async run(actor: Actor): Promise<ReplyOf<typeof readSession>> {
    const sealer = await this.cipher.sealerFor(null);
    const row = await this.unitOfWork.run(scopeOf(actor), async (tx) =>
      oneRow(
        await tx.query<Row>(
          `select p.name, p.email_enc, p.locale, s.idle_until, s.ends_at, c.id as company_id, c.name_latin,
                  c.name_arabic, c.country, c.currency, c.state
           from sessions s join people p on p.id = s.person_id left join companies c on c.id = s.company_id
           where s.id = $1`,
          [actor.sessionId],
        ),
      ),
    );
    return {
      person: {
        id: actor.personId,
        name: row.name,
        kind: actor.kind,
        locale: row.locale,
        email: sealer.open({ table: 'people', column: 'email_enc', rowId: actor.personId }, row.email_enc),
      },
      roles: [...actor.roles],
      permissions: permissionsOfActor(actor),
      company: row.company_id
        ? {
            id: row.company_id,
            nameLatin: row.name_latin,
            nameArabic: row.name_arabic,
            country: row.country,
            currency: row.currency,
            state: row.state,
          }
        : null,
      idleUntil: row.idle_until.toISOString(),
      endsAt: row.ends_at.toISOString(),
      acting: actor.acting,
      mode: this.config.mode,
    };
  }
}
