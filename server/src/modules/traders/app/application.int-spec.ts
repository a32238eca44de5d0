import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  acceptTerms,
  ownDocumentPage,
  readApplication,
  saveItem,
  submitApplication,
  uploadDocument,
} from '@qafila/shared/traders/application.contract';
import {
  DOCUMENT_LIMIT_MB,
  DOCUMENT_LIMIT_PAGES,
  DOCUMENTS_A_DAY,
  RECIPIENTS_AGREEMENT_VERSION,
  TRADE_TERMS_VERSION,
} from '@qafila/shared/traders/application.rules';
import PDFDocument from 'pdfkit';
import sharp from 'sharp';
import { aTestApp, type TestApp } from '../../../../test/support/test-app';
import { Config } from '../../../platform/config/config';
import {
  aCertificate,
  anApplicant,
  fill,
  read,
  save,
  submit,
  upload,
  valuesFor,
  versionOf,
} from '../testing/an-application';

let app: TestApp;
beforeAll(async () => {
  app = await aTestApp();
});
afterAll(() => app.close());

/** A PDF that something was put into. */
function aPdf(
  build: (file: PDFKit.PDFDocument) => void,
  options: PDFKit.PDFDocumentOptions = {},
): Promise<Buffer> {
  const file = new PDFDocument({ size: 'A4', ...options });
  const chunks: Buffer[] = [];
  file.on('data', (chunk: Buffer) => chunks.push(chunk));
  const whole = new Promise<Buffer>((resolve) => file.on('end', () => resolve(Buffer.concat(chunks))));
  build(file);
  file.end();
  return whole;
}

const filesUnder = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesUnder(path) : [path];
  });

describe('an application', () => {
  it('begins as a draft with the list of its country and the name told at registration', async () => {
    const owner = await anApplicant(app, { name: 'Rawabi Hospitality Est.' });
    const reply = await read(app, owner);
    expect(reply).toMatchObject({ companyState: 'pending', country: 'SA', documents: [] });
    expect(reply.application).toMatchObject({ state: 'draft', attempt: 1, kind: 'opening' });
    expect(reply.application?.items.map((item) => item.kind)).toEqual([
      'contact',
      'legal_name',
      'unified_number',
      'vat_number',
      'national_address',
      'trade_terms',
    ]);
    expect(reply.application?.items[1]?.values).toEqual({ nameLatin: 'Rawabi Hospitality Est.' });
  });

  it('is saved half typed, in any digits, and sealed', async () => {
    const owner = await anApplicant(app);
    const values = { number: '٧٠١٢٣٤٥٦٧٨', confirmedOn: 'soon' };
    const reply = await save(app, owner, { kind: 'unified_number', values });
    const item = reply.application?.items.find((each) => each.kind === 'unified_number');
    expect(item?.values).toEqual({ number: '7012345678', confirmedOn: 'soon' });
    const stored = await app.system((tx) =>
      tx.query<{ values_enc: string }>('select values_enc from application_items where company_id = $1', [
        owner.companyId,
      ]),
    );
    expect(JSON.stringify(stored)).not.toContain('7012345678');
  });

  it('keeps the work of the other tab: an older version is refused', async () => {
    const owner = await anApplicant(app);
    const version = await versionOf(app, owner);
    await save(app, owner, { kind: 'contact', values: { contactName: 'Reem' } });
    const late = await app.call(saveItem, {
      as: owner,
      params: { kind: 'contact' },
      version,
      body: { values: { contactName: 'Old' } },
    });
    expect(late.body.code).toBe('STALE_RECORD');
  });

  it('answers 404 for an item of another country', async () => {
    const owner = await anApplicant(app, { country: 'NO', name: 'Nordlys Handel AS' });
    const answer = await app.call(saveItem, {
      as: owner,
      params: { kind: 'unified_number' },
      version: await versionOf(app, owner),
      body: { values: {} },
    });
    expect(answer.status).toBe(404);
  });

  it('is sent once it is whole, and says before what is missing', async () => {
    const owner = await anApplicant(app);
    const send = async () => app.call(submitApplication, { as: owner, version: await versionOf(app, owner) });
    expect((await send()).body).toMatchObject({ code: 'APPLICATION_INCOMPLETE', params: { count: 5 } });
    await fill(app, owner);
    await app.system((tx) =>
      tx.query('delete from company_acceptances where company_id = $1', [owner.companyId]),
    );
    expect((await send()).body.code).toBe('TERMS_NOT_ACCEPTED');
    const body = {
      tradeTerms: TRADE_TERMS_VERSION.value,
      recipientsAgreement: RECIPIENTS_AGREEMENT_VERSION.value,
    };
    const old = await app.call(acceptTerms, { as: owner, body: { ...body, tradeTerms: 0 } });
    expect(old.body.code).toBe('TERMS_CHANGED');
    await app.call(acceptTerms, { as: owner, body });
    const { application } = await submit(app, owner);
    expect(application).toMatchObject({ state: 'submitted' });
    expect(application?.dueAt).not.toBeNull();
    expect((await send()).body.code).toBe('APPLICATION_LOCKED');
    const late = await app.call(saveItem, {
      as: owner,
      params: { kind: 'contact' },
      version: await versionOf(app, owner),
      body: { values: {} },
    });
    expect(late.body.code).toBe('APPLICATION_LOCKED');
  });

  it('from Bergen asks for the organisation number and its MVA', async () => {
    const owner = await anApplicant(app, { country: 'NO', name: 'Nordlys Handel AS' });
    await fill(app, owner);
    const { application } = await submit(app, owner);
    expect(application?.state).toBe('submitted');
    expect(application?.items.find((item) => item.kind === 'vat_number')?.values.number).toBe('923456783MVA');
  });

  it('tells its owner by mail that it arrived', async () => {
    const owner = await anApplicant(app);
    await fill(app, owner);
    await submit(app, owner);
    await app.drain();
    const mails = await app.system((tx) =>
      tx.query<{ template: string }>('select template from mails where company_id = $1', [owner.companyId]),
    );
    expect(mails.map((mail) => mail.template)).toContain('application_sent');
  });

  it('belongs to its company: another owner reads his own', async () => {
    const [one, two] = [await anApplicant(app), await anApplicant(app, { name: 'Other Trading' })];
    await save(app, one, { kind: 'contact', values: { contactName: 'Only Reem' } });
    const answer = await app.call(readApplication, { as: two });
    expect(answer.raw.toString()).not.toContain('Only Reem');
    const page = await app.call(ownDocumentPage, { as: two, params: { kind: 'unified_number', page: 1 } });
    expect(page.status).toBe(404);
  });
});

describe('a document', () => {
  const give = async (bytes: Buffer, type = 'application/pdf') => {
    const owner = await anApplicant(app);
    return app.call(uploadDocument, {
      as: owner,
      params: { kind: 'unified_number' },
      query: { name: '../secret/unified-number.pdf' },
      file: { bytes, type },
    });
  };

  it('is kept sealed in a folder of the company and shown page by page', async () => {
    const owner = await anApplicant(app);
    const reply = await upload(app, owner, { kind: 'unified_number', name: '../../unified-number.pdf' });
    const item = reply.application?.items.find((each) => each.kind === 'unified_number');
    expect(item?.file).toMatchObject({
      name: 'unified-number.pdf',
      pages: 1,
      contentType: 'application/pdf',
    });
    const onDisk = filesUnder(join(app.get(Config).values.DATA_DIR, 'sealed'));
    expect(onDisk.length).toBeGreaterThan(0);
    for (const path of onDisk) expect(readFileSync(path).toString('latin1')).not.toContain('%PDF');
    const params = { kind: 'unified_number' as const, page: 1 };
    const page = await app.call(ownDocumentPage, { as: owner, params });
    expect(page.headers['content-type']).toBe('image/png');
    const drawn = await sharp(page.raw).stats();
    // The words of the certificate are on the picture: it is not an empty page.
    expect(drawn.channels[0]?.min).toBeLessThan(60);
    expect((await app.call(ownDocumentPage, { as: owner, params: { ...params, page: 2 } })).status).toBe(404);
  });

  it('may be a photo of the paper', async () => {
    const photo = await sharp({ create: { width: 900, height: 1200, channels: 3, background: '#f4efe6' } })
      .jpeg()
      .toBuffer();
    const answer = await give(photo, 'image/jpeg');
    expect(answer.status).toBe(200);
  });

  it.each<[string, () => Promise<Buffer> | Buffer, string]>([
    ['words that call themselves PDF', () => Buffer.from('no pdf at all'), 'WRONG_FILE_TYPE'],
    ['a page of HTML', () => Buffer.from('<html><script>1</script></html>'), 'WRONG_FILE_TYPE'],
    ['a broken PDF', () => Buffer.from('%PDF-1.7\nnothing follows'), 'DOCUMENT_NOT_READABLE'],
    ['half a PDF', async () => (await aCertificate()).subarray(0, 3000), 'DOCUMENT_NOT_READABLE'],
    [
      'a PDF with a file inside',
      () =>
        aPdf((file) => {
          file.file(Buffer.from('x'), { name: 'more.txt' });
          file.text('a');
        }),
      'DOCUMENT_ACTIVE',
    ],
    [
      'a PDF with a script',
      () =>
        aPdf((file) => {
          const script = file.ref({ Type: 'Action', S: 'JavaScript', JS: new String('app.alert(1)') });
          script.end('');
          (file as unknown as { _root: { data: Record<string, unknown> } })._root.data.OpenAction = script;
          file.text('a');
        }),
      'DOCUMENT_ACTIVE',
    ],
    [
      'a PDF with a password',
      () => aPdf((file) => file.text('a'), { userPassword: 'secret' }),
      'DOCUMENT_LOCKED',
    ],
    [
      'a book',
      () =>
        aPdf((file) => {
          for (let page = 1; page <= DOCUMENT_LIMIT_PAGES.value; page += 1) file.addPage();
        }),
      'DOCUMENT_TOO_LONG',
    ],
    ['too heavy', () => Buffer.alloc(DOCUMENT_LIMIT_MB.value * 1024 * 1024 + 1), 'TOO_LARGE'],
  ])('is not %s', async (_, bytes, code) => {
    const answer = await give(await bytes());
    expect(answer.body.code).toBe(code);
    expect(answer.status).toBeLessThan(500);
  });

  it('is not a stamp-sized picture, nor a broken one', async () => {
    const small = await sharp({ create: { width: 100, height: 100, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    expect((await give(small, 'image/png')).body.code).toBe('DOCUMENT_TOO_SMALL');
    const torn = await sharp({ create: { width: 900, height: 900, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    expect((await give(torn.subarray(0, torn.length / 2), 'image/png')).body.code).toBe(
      'DOCUMENT_NOT_READABLE',
    );
  });

  it('is taken sixty times in a day, then the day must pass', async () => {
    const owner = await anApplicant(app);
    const give = () => upload(app, owner, { kind: 'unified_number', name: 'again.pdf' });
    await app.system((tx) =>
      tx.query(
        `insert into stored_files (company_id, id, kind, content_type, byte_count, sha256, path, created_at)
         select $1, gen_random_uuid(), 'application', 'application/pdf', 1, '', '', $2 from generate_series(1, $3)`,
        [owner.companyId, app.clock.now(), DOCUMENTS_A_DAY.value],
      ),
    );
    const refused = await app.call(uploadDocument, {
      as: owner,
      params: { kind: 'unified_number' },
      query: { name: 'again.pdf' },
      file: { bytes: await aCertificate(), type: 'application/pdf' },
    });
    expect([refused.status, refused.body.code]).toEqual([429, 'TOO_MANY_TRIES']);
    await app.clock.advance(24 * 3_600_000 + 1000);
    const reply = await give();
    expect(reply.application?.items.find((each) => each.kind === 'unified_number')?.file?.pages).toBe(1);
  });

  it('goes only where the list asks for one', async () => {
    const owner = await anApplicant(app);
    const answer = await app.call(uploadDocument, {
      as: owner,
      params: { kind: 'contact' },
      file: { bytes: await aCertificate(), type: 'application/pdf' },
    });
    expect(answer.status).toBe(404);
    expect(valuesFor(app, 'SA', 'contact').contactName).toBe('Reem Al-Shehri');
  });
});
