import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readSession } from '@qafila/shared/identity/identity.contract';
import {
  createDraft,
  getOrder,
  listOrders,
  putLines,
  submitOrder,
  takeOverDraft,
} from '@qafila/shared/ordering/ordering.contract';
import { companyTrail } from '@qafila/shared/oversight/oversight.contract';
import { getTransferInstruction } from '@qafila/shared/payments/payments.contract';
import { beginActing, endActing } from '@qafila/shared/traders/acting.contract';
import { isClearInTrail } from '../../../../test/support/audit-words';
import type { TestApp } from '../../../../test/support/test-app';
import type { TestPerson } from '../../../../test/support/test-people';
import { actingPlace } from '../../../platform/audit/audit';
import { newId } from '../../../platform/ids/new-id';
import { aDraft, aShop, linesOf, type Trader } from '../../ordering/testing/a-draft';
import { actingAs } from '../testing/acting-as';

const REASON = { code: 'order_by_phone' as const, text: 'Eid boxes, asked for by phone' };
let app: TestApp;
let manager: TestPerson;
let trader: Trader;
beforeAll(async () => {
  app = await aShop();
  manager = await app.aStaff('account_manager');
  trader = await app.aTrader();
});
afterAll(() => app.close());

const begin = (as = manager, companyId = trader.companyId) =>
  actingAs(app, as, { companyId, reason: REASON });
const draftBy = (as: TestPerson) => app.call(createDraft, { as, body: { name: 'Eid boxes' } });
const trailOf = (companyId: string) =>
  app.system((tx) =>
    tx.query<{
      event: string;
      person_id: string;
      acting_as: string;
      id: string;
      sealed: string | null;
    }>(
      `select id, event, person_id, acting_as, after->>'actingReasonEnc' as sealed from audit_event
       where company_id = $1 order by id`,
      [companyId],
    ),
  );

describe('acting for a trader', () => {
  it('needs the permission, a fresh code, an active trader and a reason', async () => {
    const params = { id: trader.companyId };
    const admin = await app.aStaff('admin');
    const asAdmin = await app.call(beginActing, { as: admin, params, body: REASON });
    expect(asAdmin.body.code).toBe('NOT_ALLOWED');
    const bare = await app.call(beginActing, { as: manager, params, body: REASON });
    expect(bare.body.code).toBe('FRESH_CODE_REQUIRED');
    const call = async (id: string, text = REASON.text) =>
      app.call(beginActing, {
        as: manager,
        params: { id },
        body: { ...REASON, text },
        freshCode: await app.freshCode(manager),
      });
    expect((await call(trader.companyId, ' ')).status).toBe(422);
    expect((await call(newId())).status).toBe(404);
    const other = await app.aTrader();
    await app.system((tx) =>
      tx.query(`update companies set state = 'suspended' where id = $1`, [other.companyId]),
    );
    expect((await call(other.companyId)).body.code).toBe('TRADER_NOT_ACTIVE');
  });

  it('opens the trader’s side with the reason, and ends back in the own session', async () => {
    const acting = await begin();
    const { body } = await app.call(readSession, { as: acting });
    expect(body).toMatchObject({
      person: { id: manager.personId, kind: 'trader' },
      company: { id: trader.companyId },
      acting: { reason: `order_by_phone: ${REASON.text}` },
    });
    expect(body.permissions).not.toContain('order:place');
    const ended = await app.call(endActing, { as: acting, body: {} });
    expect(ended.body).toEqual({ companyId: trader.companyId });
    expect((await app.call(readSession, { as: acting })).status).toBe(401);
    const own = await app.call(readSession, { as: manager });
    expect(own.body).toMatchObject({ person: { kind: 'staff' }, acting: null });
    expect((await app.call(endActing, { as: manager, body: {} })).body.code).toBe('NOT_ACTING');
  });

  it('prepares a draft of its own, and never places it or reads how to pay', async () => {
    const acting = await begin();
    const { body: draft } = await draftBy(acting);
    expect(draft.prepared).toMatchObject({ code: 'order_by_phone', text: REASON.text, isTakenOver: false });
    const put = await app.call(putLines, {
      as: acting,
      params: { id: draft.id },
      version: draft.version,
      body: { lines: linesOf({ 'ARG-030': 360 }) },
    });
    expect(put.status).toBe(200);
    const { body: seen } = await app.call(getOrder, { as: acting, params: { id: draft.id } });
    const submit = await app.call(submitOrder, {
      as: acting,
      params: { id: draft.id },
      version: seen.version,
      body: { expectedTotal: seen.totals.total, method: 'bank_transfer' },
    });
    expect(submit.body.code).toBe('NOT_ALLOWED');
    const pay = await app.call(getTransferInstruction, { as: acting, params: { id: draft.id } });
    expect(pay.body.code).toBe('NOT_ALLOWED');
  });

  it('reads the trader’s own drafts and changes none', async () => {
    const own = await aDraft(app, trader, { 'ARG-030': 12 });
    const acting = await begin();
    const put = await app.call(putLines, {
      as: acting,
      params: { id: own.id },
      version: own.version,
      body: { lines: linesOf({ 'ARG-030': 24 }) },
    });
    expect(put).toMatchObject({ status: 409, body: { code: 'DRAFT_OF_TRADER' } });
    const read = await app.call(getOrder, { as: acting, params: { id: own.id } });
    expect(read.body).toMatchObject({ units: 12, version: own.version, prepared: null });
  });

  it('sees nothing of another company', async () => {
    const other = await app.aTrader();
    const foreign = await aDraft(app, other, { 'ARG-030': 12 });
    const acting = await begin();
    expect((await app.call(getOrder, { as: acting, params: { id: foreign.id } })).status).toBe(404);
  });
});

describe('a draft that the store prepared', () => {
  it('is the trader’s only after he took it over, and then no longer the store’s', async () => {
    const acting = await begin();
    const { body: draft } = await draftBy(acting);
    const put = (as: TestPerson, version: number) =>
      app.call(putLines, {
        as,
        params: { id: draft.id },
        version,
        body: { lines: linesOf({ 'ARG-030': 12 }) },
      });
    expect((await put(trader, draft.version)).body.code).toBe('DRAFT_OF_STORE');
    const listed = await app.call(listOrders, { as: trader, query: { view: 'draft' } });
    expect(listed.body.rows.find((row) => row.id === draft.id)?.isStoreDraft).toBe(true);
    const take = (as: TestPerson, version: number) =>
      app.call(takeOverDraft, { as, params: { id: draft.id }, version, body: {} });
    expect((await take(acting, draft.version)).body.code).toBe('NOT_ALLOWED');
    expect((await take(trader, draft.version + 5)).body.code).toBe('STALE_RECORD');
    const taken = await take(trader, draft.version);
    expect(taken.body.prepared).toMatchObject({ isTakenOver: true, text: REASON.text });
    expect((await take(trader, taken.body.version)).body.code).toBe('WRONG_STATE');
    expect((await put(acting, taken.body.version)).body.code).toBe('DRAFT_OF_TRADER');
    expect((await put(trader, taken.body.version)).status).toBe(200);
  });

  it('is not placed before that, and says why', async () => {
    const acting = await begin();
    const { body: draft } = await draftBy(acting);
    await app.call(putLines, {
      as: acting,
      params: { id: draft.id },
      version: draft.version,
      body: { lines: linesOf({ 'ARG-030': 360 }) },
    });
    const { body: seen } = await app.call(getOrder, { as: trader, params: { id: draft.id } });
    const step = seen.actions.find((each) => each.step === 'submit');
    expect(step).toMatchObject({ allowed: false, reasons: [{ code: 'DRAFT_OF_STORE' }] });
    const submit = await app.call(submitOrder, {
      as: trader,
      params: { id: draft.id },
      version: seen.version,
      body: { expectedTotal: seen.totals.total, method: 'bank_transfer' },
    });
    expect(submit.body.code).toBe('DRAFT_OF_STORE');
  });
});

describe('the trail of the trader', () => {
  it('names the staff person, the side and the reason on everything done while acting', async () => {
    const company = await app.aTrader();
    const acting = await begin(manager, company.companyId);
    const { body: draft } = await draftBy(acting);
    await app.call(getOrder, { as: acting, params: { id: draft.id } });
    await app.call(endActing, { as: acting, body: {} });
    const rows = await trailOf(company.companyId);
    expect(rows.map((row) => [row.event, row.acting_as])).toEqual([
      ['traders.acting_began', 'staff'],
      ['ordering.draft_created', 'staff for trader'],
      ['ordering.order_looked_at', 'staff for trader'],
      ['traders.acting_ended', 'staff for trader'],
    ]);
    const sealer = await app.sealer(company.companyId);
    for (const { id, person_id: personId, sealed } of rows) {
      expect(personId).toBe(manager.personId);
      expect(sealer.open(actingPlace(id), sealed ?? '')).toBe(`order_by_phone: ${REASON.text}`);
    }
    const { body } = await app.call(companyTrail, { as: company, query: {} });
    expect(body.rows.map((row) => row.actingReason)).toEqual(
      rows.map(() => ({ code: 'order_by_phone', text: REASON.text })),
    );
  });

  it('keeps the words sealed with the key of the company: no clear text, and nobody else’s key opens them', async () => {
    const company = await app.aTrader();
    await begin(manager, company.companyId);
    const [row] = await trailOf(company.companyId);
    expect(await isClearInTrail(app, REASON.text)).toBe(false);
    for (const other of [trader.companyId, null]) {
      const sealer = await app.sealer(other);
      expect(() => sealer.open(actingPlace(row?.id ?? ''), row?.sealed ?? '')).toThrow();
    }
  });

  it('is not the only way the owner hears of it: a notice and a mail come at once', async () => {
    const company = await app.aTrader();
    await begin(manager, company.companyId);
    await app.drain();
    const notices = await app.system((tx) =>
      tx.query('select 1 from notices where company_id = $1 and person_id = $2 and event = $3', [
        company.companyId,
        company.personId,
        'staff_acting',
      ]),
    );
    expect(notices).toHaveLength(1);
    const mails = await app.system((tx) =>
      tx.query<{ id: string }>('select id from mails where company_id = $1', [company.companyId]),
    );
    expect(mails).toHaveLength(1);
  });
});
