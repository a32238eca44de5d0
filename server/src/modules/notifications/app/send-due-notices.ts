import { Injectable } from '@nestjs/common';
import type { ProblemParam } from '@qafila/shared/kernel/problem';
import { systemScope } from '../../../platform/access/scope';
import { Clock } from '../../../platform/clock/clock';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import type { MailContent } from '../../../platform/mail/mail-layout';
import { type DueRow, NoticeRepository } from '../db/notice.repository';
import { NoticeMails } from './notice-mails';
import { noticePlace } from './tell-notice';

const AT_ONCE = 500;

/** Sends the mails that waited: those held over quiet hours, and one digest for each person. */
@Injectable()
export class SendDueNotices {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
    private readonly notices: NoticeRepository,
    private readonly mails: NoticeMails,
  ) {}

  run(): Promise<void> {
    return this.unitOfWork.runApart(systemScope('notices that are due'), async (tx) => {
      const now = this.clock.now();
      const due = await this.notices.due(tx, now, AT_ONCE);
      if (due.length === 0) return;
      for (const row of due.filter((each) => each.channel === 'mail')) await this.sendHeld(tx, row);
      for (const rows of byPerson(due.filter((each) => each.channel === 'digest')))
        await this.sendDigest(tx, rows);
      await this.notices.markMailed(tx, due, now);
    });
  }

  private async sendHeld(tx: Tx, row: DueRow): Promise<void> {
    if (row.mail_enc === null) return;
    const own = await this.cipher.sealerFor(row.company_id);
    const content = JSON.parse(own.open(noticePlace('mail_enc', row.id), row.mail_enc)) as MailContent;
    await this.mails.queue(tx, await this.envelope(row, row.event), content);
  }

  private async sendDigest(tx: Tx, rows: readonly DueRow[]): Promise<void> {
    const [first] = rows;
    if (!first) return;
    const own = await this.cipher.sealerFor(first.company_id);
    const content = this.mails.digestOf(
      rows.map((row) => ({
        event: row.event,
        params: JSON.parse(own.open(noticePlace('params_enc', row.id), row.params_enc)) as Record<
          string,
          ProblemParam
        >,
        link: row.link,
        at: row.created_at,
        company: row.company,
        locale: row.locale,
      })),
    );
    if (content) await this.mails.queue(tx, await this.envelope(first, 'digest'), content);
  }

  private async envelope(row: DueRow, template: string) {
    const store = await this.cipher.sealerFor(null);
    const email = store.open({ table: 'people', column: 'email_enc', rowId: row.person_id }, row.email_enc);
    return { companyId: row.company_id, email, template };
  }
}

function byPerson(rows: readonly DueRow[]): DueRow[][] {
  const groups = new Map<string, DueRow[]>();
  for (const row of rows) {
    const key = `${row.company_id}/${row.person_id}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}
