import type { TestApp } from '../../../../test/support/test-app';

/** A mail as its reader finds it. */
export interface ReadMail {
  readonly template: string;
  readonly locale: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}
interface MailRow {
  id: string;
  template: string;
  locale: string;
  company_id: string | null;
  to_enc: string;
  subject_enc: string;
  text_enc: string;
  html_enc: string;
}

/** Every mail of the database, oldest first, opened; what sweeps record is delivered by the second round. */
export async function mailsOf(app: TestApp): Promise<ReadMail[]> {
  await app.drain();
  await app.drain();
  const rows = await app.system((tx) => tx.query<MailRow>('select * from mails order by created_at, id'));
  return Promise.all(
    rows.map(async (row) => {
      const sealer = await app.sealer(row.company_id);
      const open = (column: 'to_enc' | 'subject_enc' | 'text_enc' | 'html_enc'): string =>
        sealer.open({ table: 'mails', column, rowId: row.id }, row[column]);
      return {
        template: row.template,
        locale: row.locale,
        to: open('to_enc'),
        subject: open('subject_enc'),
        text: open('text_enc'),
        html: open('html_enc'),
      };
    }),
  );
}

/** Mails to one address, oldest first. */
export const mailsTo = async (app: TestApp, email: string): Promise<ReadMail[]> =>
  (await mailsOf(app)).filter((mail) => mail.to === email);

/** Kinds of the mails about accounts that went to one address, oldest first. */
export const securityMailsTo = async (app: TestApp, email: string): Promise<string[]> =>
  (await mailsTo(app, email)).map((mail) => mail.template.replace('security_', ''));

/** The token of the newest link of a kind in somebody's mailbox. */
export async function linkTo(app: TestApp, email: string, kind: string): Promise<string> {
  const mails = (await mailsTo(app, email)).filter((mail) => mail.template === `security_${kind}`);
  const token = /#([\w-]{43})\b/.exec(mails.at(-1)?.text ?? '')?.[1];
  if (!token) throw new Error(`No link of kind ${kind} was mailed to ${email}`);
  return token;
}
