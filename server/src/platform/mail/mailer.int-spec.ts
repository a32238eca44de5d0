import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { SmtpSink } from '../../../test/support/smtp-sink';
import { aTestApp, type TestApp } from '../../../test/support/test-app';
import { Mailer } from './mailer';

const READERS = ['refused@people.example', 'first@people.example', 'second@people.example'];

let sink: SmtpSink;
let app: TestApp;
beforeAll(async () => {
  sink = await SmtpSink.open();
  app = await aTestApp({ environment: { SMTP_URL: sink.url } });
});
afterAll(async () => {
  await app?.close();
  await sink?.close();
});

const queue = (to: string) =>
  app.system((tx) =>
    app.get(Mailer).queue(tx, {
      companyId: null,
      template: 'test',
      locale: 'en',
      to,
      from: { name: 'Qafila', address: 'portal@qafila.example' },
      subject: 'Hello',
      html: '<p>Hello</p>',
      text: 'Hello',
    }),
  );
const triesOf = async (): Promise<number[]> =>
  (
    await app.system((tx) =>
      tx.query<{ attempts: number }>('select attempts from mails order by created_at, id'),
    )
  ).map(({ attempts }) => attempts);

it('a mail that is refused holds up no other, is tried eight times and given up', async () => {
  sink.refused.add(READERS[0] ?? '');
  for (const reader of READERS) await queue(reader);
  await app.get(Mailer).send();
  expect(sink.mails.map(({ to }) => to)).toEqual([
    ['RCPT TO:<first@people.example>'],
    ['RCPT TO:<second@people.example>'],
  ]);
  for (let run = 0; run < 9; run += 1) await app.get(Mailer).send();
  expect(await triesOf()).toEqual([8, 1, 1]);
  expect(sink.mails).toHaveLength(2);
});

it('a server that nobody reaches costs a mail none of its tries', async () => {
  await sink.close();
  await queue('later@people.example');
  for (let run = 0; run < 9; run += 1) await app.get(Mailer).send();
  expect((await triesOf()).at(-1)).toBe(0);
});
