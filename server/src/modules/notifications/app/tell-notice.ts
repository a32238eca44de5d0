import { Injectable } from '@nestjs/common';
import { channelFor, isSecurityNotice } from '@qafila/shared/notifications/notice-events';
import { afterQuiet, nextHour, timeZoneOf } from '@qafila/shared/traders/calendar';
import { Clock } from '../../../platform/clock/clock';
import { FieldCipher, type Sealer } from '../../../platform/crypto/field-cipher';
import type { Tx } from '../../../platform/database/unit-of-work';
import { newId } from '../../../platform/ids/new-id';
import { type NewNotice, Notices } from '../../../platform/notices/notices';
import { type NewNoticeRow, NoticeRepository, type ReaderRow } from '../db/notice.repository';
import { USUAL_DIGEST_HOUR } from '../db/wish.repository';
import { NoticeMails } from './notice-mails';

/** Where a notice's sealed columns stand. */
export const noticePlace = (column: 'params_enc' | 'mail_enc', rowId: string) => ({
  table: 'notices',
  column,
  rowId,
});

/** Tells people of a company what happened, each as he wishes. */
@Injectable()
export class TellNotice extends Notices {
  constructor(
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
    private readonly notices: NoticeRepository,
    private readonly mails: NoticeMails,
  ) {
    super();
  }

  async tell(tx: Tx, notice: NewNotice): Promise<void> {
    const { companyId, event, link } = notice;
    const at = this.clock.now();
    const readers = await this.notices.readers(tx, companyId, {
      event,
      personIds: notice.to.personIds ?? [],
      roles: notice.to.roles ?? [],
    });
    const own = await this.cipher.sealerFor(companyId);
    const store = await this.cipher.sealerFor(null);
    const rows: NewNoticeRow[] = [];
    for (const reader of readers) {
      const row = this.rowFor(notice, reader, { at, own });
      if (!row) continue;
      if (row.mailed_at) await this.sendNow(tx, notice, { reader, store });
      rows.push(row);
    }
    if (rows.length > 0) await this.notices.insert(tx, { companyId, event, link, at }, rows);
  }

  private rowFor(
    notice: NewNotice,
    reader: ReaderRow,
    given: { readonly at: Date; readonly own: Sealer },
  ): NewNoticeRow | null {
    const { at, own } = given;
    const channel = channelFor(notice.event, reader.wish);
    if (channel === 'off') return null;
    const id = newId();
    const mailAt = mailTime(notice, reader, { channel, at });
    const waits = mailAt !== null && mailAt > at;
    const content = JSON.stringify(this.contentFor(notice, reader));
    return {
      id,
      person_id: reader.id,
      params_enc: own.seal(noticePlace('params_enc', id), JSON.stringify(notice.params)),
      channel,
      mail_at: mailAt,
      mail_enc: waits && channel === 'mail' ? own.seal(noticePlace('mail_enc', id), content) : null,
      mailed_at: mailAt !== null && !waits ? at : null,
    };
  }

  private contentFor(notice: NewNotice, reader: ReaderRow) {
    const { event, params, link } = notice;
    return this.mails.contentOf(
      { event, params, link, company: reader.company, locale: reader.locale },
      notice.mail,
    );
  }

  private async sendNow(
    tx: Tx,
    notice: NewNotice,
    to: { readonly reader: ReaderRow; readonly store: Sealer },
  ): Promise<void> {
    const { reader, store } = to;
    const email = store.open({ table: 'people', column: 'email_enc', rowId: reader.id }, reader.email_enc);
    const envelope = { companyId: notice.companyId, email, template: notice.event };
    await this.mails.queue(tx, envelope, this.contentFor(notice, reader));
  }
}

/** When the mail of a notice may leave; `null` when there is none. What touches an account's safety never waits. */
function mailTime(
  notice: NewNotice,
  reader: ReaderRow,
  { channel, at }: { channel: string; at: Date },
): Date | null {
  if (channel === 'in_app') return null;
  if (isSecurityNotice(notice.event)) return at;
  const zone = reader.time_zone ?? timeZoneOf(reader.country);
  const { quiet_from: from, quiet_to: to } = reader;
  const quiet = from === null || to === null ? null : { from, to };
  if (channel === 'mail') return afterQuiet(at, quiet, zone);
  return afterQuiet(nextHour(at, reader.digest_hour ?? USUAL_DIGEST_HOUR, zone), quiet, zone);
}
