import { Injectable } from '@nestjs/common';
import type { ReplyOf } from '@qafila/shared/access/endpoint';
import type { Role } from '@qafila/shared/access/roles';
import type { demoAccounts } from '@qafila/shared/identity/identity.contract';
import { systemScope } from '../../../platform/access/scope';
import { Clock } from '../../../platform/clock/clock';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { DEMO_PASSWORD } from '../domain/demo-password';
import { codeAt, secondsLeft, stepAt } from '../domain/totp';
import { seedPlace } from './second-factor';

interface Row {
  id: string;
  name: string;
  email_enc: string;
  secret_enc: string;
  last_step: string;
  role: Role;
  company: string | null;
}

/** Accounts of the demo world with the code their authenticator app would show now. Demo and test mode only. */
@Injectable()
export class DemoAccounts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
  ) {}

  async run(): Promise<ReplyOf<typeof demoAccounts>> {
    const sealer = await this.cipher.sealerFor(null);
    const rows = await this.unitOfWork.run(systemScope('demo accounts'), (tx) =>
      tx.query<Row>(
        `select p.id, p.name, p.email_enc, t.secret_enc, t.last_step, coalesce(m.role, s.role) as role, c.name_latin as company
         from people p join totp_factors t on t.person_id = p.id
         left join memberships m on m.person_id = p.id left join companies c on c.id = m.company_id
         left join staff_roles s on s.person_id = p.id
         order by p.kind desc, c.name_latin, p.created_at, p.id`,
      ),
    );
    const now = this.clock.now();
    return {
      now: now.toISOString(),
      secondsLeft: secondsLeft(now),
      accounts: rows.map((row) => ({
        email: sealer.open({ table: 'people', column: 'email_enc', rowId: row.id }, row.email_enc),
        password: DEMO_PASSWORD,
        name: row.name,
        company: row.company,
        role: row.role,
        code: codeAt(sealer.open(seedPlace(row.id), row.secret_enc), now),
        usedUp: Number(row.last_step) >= stepAt(now),
      })),
    };
  }
}
