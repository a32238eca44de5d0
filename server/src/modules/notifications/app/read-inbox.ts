import { Injectable } from '@nestjs/common';
import type { ReplyOf } from '@qafila/shared/access/endpoint';
import type { Locale } from '@qafila/shared/kernel/locale';
import type { demoInbox, demoMail } from '@qafila/shared/notifications/notifications.contract';
import { systemScope } from '../../../platform/access/scope';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import { oneRow, UnitOfWork } from '../../../platform/database/unit-of-work';

interface MailRow {
  id: string;
  company_id: string | null;
  locale: Locale;
  from_name: string;
  from_address: string;
  created_at: Date;
  to_enc: string;
  subject_enc: string;
  html_enc: string;
  text_enc: string;
}
type SealedColumn = 'to_enc' | 'subject_enc' | 'html_enc' | 'text_enc';

/** The demo world's mails, for its inbox page. Demo and test mode only. */
@Injectable()
export class ReadInbox {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cipher: FieldCipher,
  ) {}

  async list(): Promise<ReplyOf<typeof demoInbox>> {
    const rows = await this.unitOfWork.run(systemScope('demo inbox'), (tx) =>
      tx.query<MailRow>(
        'select * from mails where sent_at is not null order by created_at desc, id desc limit 100',
      ),
    );
    return { rows: await Promise.all(rows.map(async (row) => (await this.opened(row)).head)) };
  }

  async one(id: string): Promise<ReplyOf<typeof demoMail>> {
    const row = await this.unitOfWork.run(systemScope('demo inbox'), async (tx) =>
      oneRow(await tx.query<MailRow>('select * from mails where id = $1', [id])),
    );
    const { head, open } = await this.opened(row);
    return { ...head, html: open('html_enc'), text: open('text_enc') };
  }

  private async opened(row: MailRow) {
    const sealer = await this.cipher.sealerFor(row.company_id);
    const open = (column: SealedColumn): string =>
      sealer.open({ table: 'mails', column, rowId: row.id }, row[column]);
    const head = {
      id: row.id,
      to: open('to_enc'),
      from: `${row.from_name} <${row.from_address}>`,
      subject: open('subject_enc'),
      locale: row.locale,
      at: row.created_at.toISOString(),
    };
    return { head, open };
  }
}
