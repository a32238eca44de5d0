import { Injectable } from '@nestjs/common';
import type { Locale } from '@qafila/shared/kernel/locale';
import { createTransport, type Transporter } from 'nodemailer';
import { systemScope } from '../access/scope';
import { Clock } from '../clock/clock';
import { Config } from '../config/config';
import { FieldCipher } from '../crypto/field-cipher';
import { type Tx, UnitOfWork } from '../database/unit-of-work';
import { newId } from '../ids/new-id';
import { Job } from '../jobs/job';
import { Log } from '../log/log';

/** A mail ready to go: one person, one language, text and HTML. */
export interface Mail {
  readonly companyId: string | null;
  readonly template: string;
  readonly locale: Locale;
  readonly to: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly replyTo?: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}
interface MailRow {
  id: string;
  company_id: string | null;
  to_enc: string;
  from_name: string;
  from_address: string;
  reply_to: string | null;
  template: string;
  attempts: number;
  subject_enc: string;
  html_enc: string;
  text_enc: string;
}

type Outcome = 'sent' | 'refused' | 'unreachable' | 'nothing';
/** A mail that was refused so often is given up. */
const MOST_TRIES = 8;
/** The row is locked meanwhile: a server that hangs is left before the database ends the transaction. */
const TIMEOUTS = { connectionTimeout: 4_000, greetingTimeout: 4_000, socketTimeout: 8_000 };

/** Writes mails in the transaction of the change (sealed) and sends them from the worker. */
@Injectable()
export class Mailer {
  private transport: Transporter | null = null;

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
    private readonly unitOfWork: UnitOfWork,
    private readonly log: Log,
  ) {}

  async queue(tx: Tx, mail: Mail): Promise<void> {
    const id = newId();
    const sealer = await this.cipher.sealerFor(mail.companyId);
    const seal = (column: string, text: string): string =>
      sealer.seal({ table: 'mails', column, rowId: id }, text);
    await tx.query(
      `with queued as (
         insert into mails (id, company_id, template, locale, to_enc, from_name, from_address, reply_to, subject_enc, html_enc, text_enc, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
       ) select graphile_worker.add_job('mail.send', '{}'::json, job_key := 'mail.send')`,
      [
        id,
        mail.companyId,
        mail.template,
        mail.locale,
        seal('to_enc', mail.to),
        mail.from.name,
        mail.from.address,
        mail.replyTo ?? null,
        seal('subject_enc', mail.subject),
        seal('html_enc', mail.html),
        seal('text_enc', mail.text),
        this.clock.now(),
      ],
    );
  }

  /**
   * Sends what waits, each mail once in a run: one that is refused holds up no other. Without a mail server (demo) the
   * inbox page is the delivery.
   */
  @Job({ name: 'mail.send', cron: '* * * * *' })
  async send(): Promise<void> {
    const tried: string[] = [];
    for (let outcome: Outcome = 'sent'; outcome === 'sent' || outcome === 'refused'; )
      outcome = await this.sendNext(tried);
  }

  private sendNext(tried: string[]): Promise<Outcome> {
    return this.unitOfWork.runApart(systemScope('mail'), async (tx) => {
      const [row] = await tx.query<MailRow>(
        `select * from mails where sent_at is null and attempts < $1 and id <> all($2::uuid[])
         order by created_at limit 1 for update skip locked`,
        [MOST_TRIES, tried],
      );
      if (!row) return 'nothing';
      tried.push(row.id);
      const outcome = await this.deliver(row);
      // A server that nobody reaches is no fault of the mail: it waits for the next run.
      if (outcome === 'unreachable') return outcome;
      await tx.query('update mails set attempts = attempts + 1, sent_at = $2 where id = $1', [
        row.id,
        outcome === 'sent' ? this.clock.now() : null,
      ]);
      return outcome;
    });
  }

  private async deliver(row: MailRow): Promise<'sent' | 'refused' | 'unreachable'> {
    const url = this.config.values.SMTP_URL;
    if (!url) return 'sent';
    this.transport ??= createTransport({ url, ...TIMEOUTS });
    const sealer = await this.cipher.sealerFor(row.company_id);
    const open = (column: keyof MailRow): string =>
      sealer.open({ table: 'mails', column, rowId: row.id }, String(row[column]));
    try {
      await this.transport.sendMail({
        from: { name: row.from_name, address: row.from_address },
        to: open('to_enc'),
        subject: open('subject_enc'),
        html: open('html_enc'),
        text: open('text_enc'),
        ...(row.reply_to ? { replyTo: row.reply_to } : {}),
      });
      return 'sent';
    } catch (error) {
      const { code } = error as { readonly code?: unknown };
      const isOfMail = code === 'EENVELOPE' || code === 'EMESSAGE';
      this.log.warn('mail not sent', {
        mailId: row.id,
        template: row.template,
        isOfMail,
        attempts: row.attempts,
      });
      return isOfMail ? 'refused' : 'unreachable';
    }
  }
}
