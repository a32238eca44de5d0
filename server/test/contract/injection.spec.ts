import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Endpoint } from '@qafila/shared/access/endpoint';
import { signIn } from '@qafila/shared/identity/identity.contract';
import { portalEndpoints } from '@qafila/shared/registry/contracts';
import { cell } from '../../src/modules/payments/papers/account-csv';
import { Config } from '../../src/platform/config/config';
import { Log } from '../../src/platform/log/log';
import { Mailer } from '../../src/platform/mail/mailer';
import { SmtpSink } from '../support/smtp-sink';
import { aTestApp, type TestApp } from '../support/test-app';

const TRICKS = [
  'Bcc: victim@evil.example',
  '\r\nBcc: victim@evil.example',
  '\nBcc: victim@evil.example\n\nbody',
  '\rBcc: victim@evil.example',
  'x\u2028Bcc: victim@evil.example',
  '<victim@evil.example>',
  'x, victim@evil.example',
  '"x" <victim@evil.example>, "y',
  'x\r\n.\r\nMAIL FROM:<a@evil.example>',
];

let sink: SmtpSink;
let app: TestApp;
beforeAll(async () => {
  sink = await SmtpSink.open();
  app = await aTestApp({ environment: { SMTP_URL: sink.url } });
}, 60_000);
afterAll(async () => {
  await app?.close();
  await sink?.close();
});

describe('a mail', () => {
  it.each(TRICKS)(
    'whose names and subject hold %j goes to one person, with no header of theirs',
    async (trick) => {
      await app.system((tx) =>
        app.get(Mailer).queue(tx, {
          companyId: null,
          template: 'test',
          locale: 'en',
          to: 'reader@people.example',
          from: { name: `Dar Nour ${trick}`, address: 'portal@qafila.example' },
          replyTo: `hello@brand.example`,
          subject: `Order ${trick}`,
          html: `<p>${trick}</p>`,
          text: trick,
        }),
      );
      await app.get(Mailer).send();
      const mail = sink.mails.at(-1);
      expect(mail?.to).toEqual(['RCPT TO:<reader@people.example>']);
      expect(mail?.from).toContain('portal@qafila.example');
      expect(mail?.headers.filter((name) => ['bcc', 'cc'].includes(name))).toEqual([]);
      expect(
        mail?.headers.filter((name) => ['to', 'from', 'subject', 'reply-to'].includes(name)).sort(),
      ).toEqual(['from', 'reply-to', 'subject', 'to']);
    },
  );

  it('was sent once for each of them', () => {
    expect(sink.mails.length).toBe(TRICKS.length);
  });
});

describe('a line of the log', () => {
  const linesOf = (work: (log: Log) => void): string[] => {
    const parts: string[] = [];
    const to = new Writable({
      write(part: Buffer, _, done) {
        parts.push(part.toString('utf8'));
        done();
      },
    });
    work(new Log({ values: { ...app.get(Config).values, LOG_LEVEL: 'debug' } }, to));
    return parts.join('').split('\n').filter(Boolean);
  };

  it.each(['a\nb', 'a\r\n{"level":30,"msg":"forged"}', 'a\u2028b', '\u001b[2Ka', 'a\u0000b'])(
    'stays one line whatever it is given: %j',
    (text) => {
      const lines = linesOf((log) => {
        log.info(text, { route: text, [text]: text });
        log.error(text, { error: new Error(text) });
        log.warn(text);
      });
      expect(lines.length).toBe(3);
      for (const line of lines) expect(JSON.parse(line).msg).toBe(text);
      expect(lines.join('')).not.toContain('\u001b');
    },
  );
});

describe('what goes out', () => {
  it('opens in a spreadsheet only where every cell is guarded: in the statement of account', () => {
    const tables = (portalEndpoints as readonly Endpoint[]).filter(({ raw }) =>
      /csv|sheet|excel/.test(raw ?? ''),
    );
    expect(tables.map(({ id }) => id)).toEqual(['payments.account_table', 'payments.company_account_table']);
    expect(cell('=HYPERLINK("http://evil.example")')).toBe('"\'=HYPERLINK(""http://evil.example"")"');
  });

  it('repeats nothing of a refused body', async () => {
    const mark = 'ZQREFUSEDZQ';
    const answer = await app.call(signIn, { body: { email: `${mark}\r\nSet-Cookie: a=b`, password: mark } });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.raw.toString('utf8') + JSON.stringify(answer.headers)).not.toContain(mark);
  });
});
