import { Injectable } from '@nestjs/common';
import type { Locale } from '@qafila/shared/kernel/locale';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { OrderFacts } from '../../ordering/ordering.api';

export interface Reader {
  readonly id: string;
  readonly locale: Locale;
  /** Sealed with the store's key. */
  readonly emailEnc: string;
}

/** Who of a company reads the mails of an order: its owners, and whoever began it. */
@Injectable()
export class Readers {
  async ofOrder(tx: Tx, order: OrderFacts): Promise<Reader[]> {
    const rows = await tx.query<{ id: string; locale: Locale; email_enc: string }>(
      `select distinct p.id, p.locale, p.email_enc
       from people p join memberships m on m.person_id = p.id
       where m.company_id = $1 and m.state = 'active' and p.state = 'active' and (m.role = 'owner' or p.id = $2)
       order by p.id`,
      [order.companyId, order.createdBy],
    );
    return rows.map((row) => ({ id: row.id, locale: row.locale, emailEnc: row.email_enc }));
  }
}
