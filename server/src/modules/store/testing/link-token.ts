import type { TestApp } from '../../../../test/support/test-app';

interface MailRow {
  id: string;
  to_enc: string;
  text_enc: string;
}

/** The secret behind `#` of the newest link that was mailed to an address. */
export async function linkTokenOf(app: TestApp, email: string): Promise<string> {
  const sealer = await app.sealer(null);
  const mails = await app.system((tx) =>
    tx.query<MailRow>('select id, to_enc, text_enc from mails where company_id is null order by id desc'),
  );
  const place = (id: string, column: string) => ({ table: 'mails', column, rowId: id });
  const mail = mails.find((row) => sealer.open(place(row.id, 'to_enc'), row.to_enc) === email);
  const text = mail ? sealer.open(place(mail.id, 'text_enc'), mail.text_enc) : '';
  const token = /#([\w-]{43})/.exec(text)?.[1];
  if (!token) throw new Error(`No link was mailed to ${email}`);
  return token;
}
