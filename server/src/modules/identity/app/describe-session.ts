import { Injectable } from '@nestjs/common';
import type { ReplyOf } from '@qafila/shared/access/endpoint';
import type { CompanyState } from '@qafila/shared/access/roles';
import type { Factor } from '@qafila/shared/identity/fields';
import type { readSession } from '@qafila/shared/identity/identity.contract';
import type { Currency } from '@qafila/shared/kernel/currency';
import type { Locale } from '@qafila/shared/kernel/locale';
import { type Actor, permissionsOfActor } from '../../../platform/access/actor';
import { systemScope } from '../../../platform/access/scope';
import { Config } from '../../../platform/config/config';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import { oneRow, UnitOfWork } from '../../../platform/database/unit-of-work';
import { addressPlace } from './people-door';

interface CompanyRow {
  id: string;
  nameLatin: string;
  nameArabic: string | null;
  state: CompanyState;
}
interface Row {
  name: string;
  email_enc: string;
  locale: Locale;
  factor: Factor | null;
  idle_until: Date;
  ends_at: Date;
  company_id: string | null;
  name_latin: string;
  name_arabic: string | null;
  country: string;
  currency: Currency;
  state: CompanyState;
  companies: CompanyRow[];
  confirm_with: ('totp' | 'passkey')[];
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
    const row = await this.find(actor);
    return {
      person: {
        id: actor.personId,
        name: row.name,
        kind: actor.kind,
        locale: row.locale,
        email: sealer.open(addressPlace(actor.personId), row.email_enc),
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
      companies: row.companies,
      factor: row.factor,
      confirmWith: row.confirm_with,
      idleUntil: row.idle_until.toISOString(),
      endsAt: row.ends_at.toISOString(),
      acting: actor.acting,
      mode: this.config.mode,
    };
  }

  /** A person may work for several companies; the list of them crosses the walls by his own id alone. */
  private find(actor: Actor): Promise<Row> {
    return this.unitOfWork.runApart(systemScope('own session'), async (tx) =>
      oneRow(
        await tx.query<Row>(
          `select p.name, p.email_enc, p.locale, s.factor, s.idle_until, s.ends_at, c.id as company_id, c.name_latin,
                  c.name_arabic, c.country, c.currency, c.state,
                  array_remove(array[
                    case when exists (select 1 from totp_factors t where t.person_id = p.id) then 'totp' end,
                    case when exists (select 1 from passkeys k where k.person_id = p.id) then 'passkey' end], null) as confirm_with,
                  coalesce((select json_agg(json_build_object('id', o.id, 'nameLatin', o.name_latin, 'nameArabic',
                      o.name_arabic, 'state', o.state) order by o.name_latin, o.id)
                    from companies o where o.state <> 'closed' and o.id in (select m.company_id from memberships m
                      where m.person_id = p.id and m.state in ('active', 'enrolling'))), '[]'::json) as companies
           from sessions s join people p on p.id = s.person_id left join companies c on c.id = s.company_id
           where s.id = $1`,
          [actor.sessionId],
        ),
      ),
    );
  }
}
