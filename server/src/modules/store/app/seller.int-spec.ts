import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { saudiIban } from '@qafila/shared/payments/iban';
import {
  approveAccount,
  editSeller,
  proposeAccount,
  readSeller,
  withdrawAccount,
} from '@qafila/shared/store/seller.contract';
import { ACCOUNT_CHANGE_HOURS } from '@qafila/shared/store/store.rules';
import { aTestApp, type TestApp } from '../../../../test/support/test-app';
import type { TestPerson } from '../../../../test/support/test-people';
import { DEMO_SELLER } from '../../../demo/demo-companies';
import { loadSeller } from '../../../demo/load-companies';
import { newId } from '../../../platform/ids/new-id';
import { SellerAccount } from '../../payments/payments.api';

const HOUR_MS = 3_600_000;
const { bank, ...IDENTITY } = DEMO_SELLER.identity;
const OLD = saudiIban('80', '608010167519');
const account = (number: string) => ({ iban: saudiIban('80', number), bic: 'NJDBSARI', bank });

let app: TestApp;
let admin: TestPerson;
let otherAdmin: TestPerson;
let finance: TestPerson;
beforeAll(async () => {
  app = await aTestApp();
  await app.system((tx) => loadSeller(app.nest, tx));
  admin = await app.aStaff('admin');
  otherAdmin = await app.aStaff('admin');
  finance = await app.aStaff('finance');
});
afterAll(() => app.close());

const seller = async (as = admin) => (await app.call(readSeller, { as })).body;
const propose = async (as: TestPerson, number: string) =>
  app.call(proposeAccount, { as, body: account(number), freshCode: await app.freshCode(as) });
const approve = async (as: TestPerson, id: string, iban: string) =>
  app.call(approveAccount, { as, params: { id }, body: { iban }, freshCode: await app.freshCode(as) });
const withdraw = (as: TestPerson, id: string) => app.call(withdrawAccount, { as, params: { id }, body: {} });
const edit = async (identity: object, version: number, as = admin) =>
  app.call(editSeller, { as, body: identity as never, version, freshCode: await app.freshCode(as) });
const auditOf = (event: string) =>
  app.system((tx) =>
    tx.query<{ person_id: string; before: unknown; after: Record<string, unknown> }>(
      'select person_id, before, after from audit_event where event = $1 order by id',
      [event],
    ),
  );
const mailsOf = (template: string) =>
  app.system((tx) => tx.query('select id from mails where template = $1', [template]));

describe('the identity', () => {
  it('is read by admin and finance, in two statements beside the session', async () => {
    const sent = await app.statements(() => app.call(readSeller, { as: finance }));
    expect(sent.length).toBeLessThanOrEqual(3);
    expect(await seller(finance)).toMatchObject({ identity: IDENTITY, account: { iban: OLD }, change: null });
    const packer = await app.aStaff('warehouse');
    expect((await app.call(readSeller, { as: packer })).status).toBe(403);
  });

  it('is changed by an admin with a fresh code, tidied, and every change is recorded', async () => {
    const { version } = await seller();
    const typed = { ...IDENTITY, phones: ['+966 11 400 1234'], vatNumber: '٣١٠٩٩٨٨٧٧٦٠٠٠٠٣' };
    const named = { ...typed, otherNames: [...IDENTITY.otherNames, '  Kafila   Maroc '] };
    expect((await edit(named, version)).body).toEqual({ version: version + 1 });
    expect((await seller()).identity).toEqual({
      ...IDENTITY,
      phones: ['+966114001234'],
      otherNames: [...IDENTITY.otherNames, 'Kafila Maroc'],
    });
    expect((await seller()).account.bank).toEqual(bank);
    const [change] = await auditOf('store.seller_changed');
    expect(change?.person_id).toBe(admin.personId);
    expect(change?.after).toMatchObject({ otherNames: ['Qafila', 'قافلة', 'Kafila Maroc'] });
    expect(change?.after).not.toHaveProperty('nameLatin');
  });

  it('is not changed by finance, without a code, or from a version that somebody else replaced', async () => {
    const { version } = await seller();
    expect((await edit(IDENTITY, version, finance)).body.code).toBe('NOT_ALLOWED');
    const bare = await app.call(editSeller, { as: admin, body: { ...IDENTITY } as never, version });
    expect(bare.body.code).toBe('FRESH_CODE_REQUIRED');
    expect((await edit(IDENTITY, version - 1)).body.code).toBe('STALE_RECORD');
  });

  it.each([
    ['nameArabic', { nameArabic: 'Qafila' }, 'arabic_letters'],
    ['phones.0', { phones: ['12'] }, 'international_phone'],
    ['domains.0', { domains: ['https://store.example/x'] }, 'domain'],
    ['vatNumber', { vatNumber: '310998877600004' }, 'vat_number'],
    ['gs1Prefix', { gs1Prefix: '62' }, 'gs1_prefix'],
    ['mails', { mails: [] }, 'too_small'],
  ])('refuses a wrong %s', async (path, wrong, code) => {
    const { version } = await seller();
    const { status, body } = await edit({ ...IDENTITY, ...wrong }, version);
    expect(status).toBe(422);
    expect(body.fields).toEqual([expect.objectContaining({ path, code })]);
  });
});

describe('a change of the account', () => {
  it('takes two people and 24 hours; until then the old account stands', async () => {
    const { body } = await propose(admin, '100000000001');
    const wanted = account('100000000001').iban;
    expect(await seller(admin)).toMatchObject({
      account: { iban: OLD },
      change: { state: 'proposed', account: { iban: wanted } },
      actions: [
        { step: 'approve', allowed: false, reasons: [{ code: 'SECOND_PERSON_NEEDED' }] },
        { step: 'withdraw', allowed: true },
      ],
    });
    expect((await approve(admin, body.id, wanted)).body.code).toBe('SECOND_PERSON_NEEDED');
    expect((await approve(finance, body.id, OLD)).body.code).toBe('REVIEW_CHANGED');
    const approved = await approve(finance, body.id, wanted);
    expect(new Date(approved.body.effectiveAt).getTime() - app.clock.now().getTime()).toBeGreaterThan(
      ACCOUNT_CHANGE_HOURS.value * HOUR_MS - 60_000,
    );
    await app.clock.advance((ACCOUNT_CHANGE_HOURS.value - 1) * HOUR_MS);
    await app.drain();
    expect((await seller()).account.iban).toBe(OLD);
    await app.clock.advance(HOUR_MS);
    await app.drain();
    const after = await seller();
    expect(after).toMatchObject({ account: { iban: wanted, bic: 'NJDBSARI' }, change: null });
    expect(after.past[0]).toMatchObject({ state: 'in_force', replaced: OLD });
    const read = await app.system((tx) => app.get(SellerAccount).read(tx));
    expect(read).toMatchObject({ iban: wanted, identity: { nameLatin: IDENTITY.nameLatin } });
  });

  it('is told to every admin and everybody of finance, at each step', async () => {
    // The sweep that puts it in force may come after the outbox was emptied.
    await app.drain();
    for (const step of ['propose', 'approve', 'take_effect'])
      expect(await mailsOf(`account_${step}`)).toHaveLength(3);
  });

  it('leaves who did what in the trail, the account masked', async () => {
    const [proposed] = await auditOf('store.account_proposed');
    const [approved] = await auditOf('store.account_approved');
    expect([proposed?.person_id, approved?.person_id]).toEqual([admin.personId, finance.personId]);
    expect(JSON.stringify([proposed, approved])).not.toContain('100000000001');
    expect(await auditOf('store.account_in_force')).toHaveLength(1);
  });

  it('can be withdrawn by one person, also after the approval, and then never takes effect', async () => {
    const { body } = await propose(admin, '200000000002');
    const { iban } = account('200000000002');
    await approve(otherAdmin, body.id, iban);
    expect((await withdraw(finance, body.id)).status).toBe(200);
    await app.clock.advance(25 * HOUR_MS);
    await app.drain();
    expect((await seller()).account.iban).not.toBe(iban);
    expect((await withdraw(finance, body.id)).body.code).toBe('WRONG_STATE');
    expect((await approve(finance, body.id, iban)).body.code).toBe('WRONG_STATE');
  });

  it('is refused while another is open, for the account in force, and for a wrong IBAN', async () => {
    const { account: current } = await seller();
    const same = await app.call(proposeAccount, {
      as: admin,
      body: current,
      freshCode: await app.freshCode(admin),
    });
    expect(same.body.code).toBe('ACCOUNT_SAME');
    const { body } = await propose(admin, '300000000003');
    expect((await propose(otherAdmin, '400000000004')).body.code).toBe('ACCOUNT_CHANGE_OPEN');
    await withdraw(admin, body.id);
    const wrong = { ...account('400000000004'), iban: 'SA0380000000608010167518' };
    const refused = await app.call(proposeAccount, {
      as: admin,
      body: wrong,
      freshCode: await app.freshCode(admin),
    });
    expect(refused.body.fields?.[0]).toMatchObject({ path: 'iban', code: 'iban' });
  });

  it('is proposed by admins only; an unknown one is not found', async () => {
    expect((await propose(finance, '500000000005')).body.code).toBe('NOT_ALLOWED');
    expect((await withdraw(finance, newId())).status).toBe(404);
  });
});

it('is sealed: neither account stands readable in the database', async () => {
  const rows = await app.system((tx) =>
    tx.query<{ text: string }>('select c::text as text from seller_account_changes c'),
  );
  expect(rows.length).toBeGreaterThan(1);
  expect(rows.map((row) => row.text).join()).not.toMatch(/SA\d{22}|00000000000[12]/);
});
