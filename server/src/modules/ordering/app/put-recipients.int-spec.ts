import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RecipientInput } from '@qafila/shared/ordering/order-views';
import { editDraft, getOrder, putLines, putRecipients } from '@qafila/shared/ordering/ordering.contract';
import type { TestApp } from '../../../../test/support/test-app';
import { demoVariantId } from '../../../demo/load-catalogue';
import { newId } from '../../../platform/ids/new-id';
import { aBrand } from '../../branding/testing/a-brand';
import { aDraft, aRecipient, aShop, linesOf, submit, type Trader } from '../testing/a-draft';

let app: TestApp;
let trader: Trader;
beforeAll(async () => {
  app = await aShop();
  trader = await app.aTrader();
  await aBrand(app, trader.companyId);
});
afterAll(() => app.close());

const put = (draft: { id: string; version: number }, recipients: RecipientInput[]) =>
  app.call(putRecipients, {
    as: trader,
    params: { id: draft.id },
    version: draft.version,
    body: { recipients },
  });
const toRecipients = async (goods: Record<string, number>) => {
  const draft = await aDraft(app, trader, goods);
  const { body } = await app.call(editDraft, {
    as: trader,
    params: { id: draft.id },
    version: draft.version,
    body: { shipTo: 'customers' },
  });
  return { id: draft.id, version: body.version };
};

describe('recipients of a draft', () => {
  it('are kept as typed, with Arabic digits read as digits, and cost a parcel each', async () => {
    const draft = await toRecipients({ 'ARG-030': 24 });
    const { body } = await put(draft, [
      aRecipient('نورة الحربي', { 'ARG-030': 12 }, { phone: '٠٥٥ ١٢٣ ٤٥٦٧' }),
      aRecipient('Sami Bakr', { 'ARG-030': 12 }, { email: 'sami@home.example' }),
    ]);
    expect(body.recipients.map((each) => [each.name, each.phone, each.email])).toEqual([
      ['نورة الحربي', '+966551234567', null],
      ['Sami Bakr', '+966551234567', 'sami@home.example'],
    ]);
    expect(body.totals.shipping.minor).toBe(2 * 2_400);
    const shown = await app.call(getOrder, { as: trader, params: { id: draft.id } });
    expect(shown.body.recipients).toEqual(body.recipients);
  });

  it('are sealed in the database: nothing of them is readable there', async () => {
    const draft = await toRecipients({ 'ARG-030': 12 });
    await put(draft, [aRecipient('Sealed Person', { 'ARG-030': 12 }, { email: 'sealed@home.example' })]);
    const [row] = await app.system((tx) =>
      tx.query<{ text: string }>('select r::text as text from order_recipients r where order_id = $1', [
        draft.id,
      ]),
    );
    expect(row?.text).not.toMatch(/Sealed|551234567|sealed@|Riyadh|RRRD/);
  });

  it('keep their ids, are replaced as a list, and cannot take an id from elsewhere', async () => {
    const draft = await toRecipients({ 'ARG-030': 12 });
    const first = await put(draft, [aRecipient('One', {}), aRecipient('Two', {})]);
    const [one] = first.body.recipients;
    const again = await put({ id: draft.id, version: first.body.version }, [
      { ...aRecipient('One again', {}), id: one?.id ?? '' },
      { ...aRecipient('Stranger', {}), id: newId() },
    ]);
    expect(again.body.recipients.map((each) => each.name)).toEqual(['One again', 'Stranger']);
    expect(again.body.recipients[0]?.id).toBe(one?.id);
    const other = await toRecipients({ 'ARG-030': 12 });
    const stolen = await put(other, [{ ...aRecipient('Thief', {}), id: one?.id ?? '' }]);
    expect(stolen.body.recipients[0]?.id).not.toBe(one?.id);
  });

  it('share only goods of the order, each once', async () => {
    const draft = await toRecipients({ 'ARG-030': 12 });
    const item = { variantId: demoVariantId('ARG-030'), quantity: 6 };
    const answer = await put(draft, [
      { ...aRecipient('Anwar', {}), items: [item, { variantId: demoVariantId('ARG-100'), quantity: 1 }] },
      { ...aRecipient('Basma', {}), items: [item, item] },
    ]);
    expect(answer.body.fields?.map((field) => field.path)).toEqual([
      'recipients.0.items.1.variantId',
      'recipients.1.items.1.variantId',
    ]);
  });

  it('say which field of whom is wrong', async () => {
    const draft = await toRecipients({ 'ARG-030': 12 });
    const answer = await put(draft, [aRecipient('Fine', {}), aRecipient('A', {}, { phone: '0112345678' })]);
    expect(answer.body.fields?.map((field) => [field.path, field.code])).toEqual([
      ['recipients.1.name', 'too_short'],
      ['recipients.1.phone', 'phone'],
    ]);
  });

  it('lose their share of a line that is taken away', async () => {
    const draft = await toRecipients({ 'ARG-030': 12, 'ARG-100': 12 });
    const given = await put(draft, [aRecipient('A person', { 'ARG-030': 12, 'ARG-100': 12 })]);
    await app.call(putLines, {
      as: trader,
      params: { id: draft.id },
      version: given.body.version,
      body: { lines: linesOf({ 'ARG-100': 0 }) },
    });
    const shown = await app.call(getOrder, { as: trader, params: { id: draft.id } });
    expect(shown.body.recipients[0]?.items).toEqual([{ variantId: demoVariantId('ARG-030'), quantity: 12 }]);
  });

  it('of a stale version stay as they are', async () => {
    const draft = await toRecipients({ 'ARG-030': 12 });
    await put(draft, [aRecipient('Kept', {})]);
    expect((await put(draft, [aRecipient('Lost', {})])).body.code).toBe('STALE_RECORD');
    const shown = await app.call(getOrder, { as: trader, params: { id: draft.id } });
    expect(shown.body.recipients.map((each) => each.name)).toEqual(['Kept']);
  });
});

describe('submitting an order to recipients', () => {
  it('wants recipients, each piece shared out, and nobody empty-handed', async () => {
    const draft = await toRecipients({ 'ARG-100': 180 });
    expect((await submit(app, trader, draft)).body.code).toBe('RECIPIENTS_MISSING');
    const some = await put(draft, [aRecipient('First', { 'ARG-100': 100 })]);
    const short = await submit(app, trader, { id: draft.id, version: some.body.version });
    expect(short.body).toMatchObject({ code: 'GOODS_NOT_ALLOCATED', params: { count: 80 } });
    const empty = await put({ id: draft.id, version: some.body.version }, [
      aRecipient('First', { 'ARG-100': 180 }),
      aRecipient('Second', {}),
    ]);
    const idle = await submit(app, trader, { id: draft.id, version: empty.body.version });
    expect(idle.body).toMatchObject({ code: 'GOODS_NOT_ALLOCATED', params: { count: 1 } });
    const all = await put({ id: draft.id, version: empty.body.version }, [
      aRecipient('First', { 'ARG-100': 100 }),
      aRecipient('Second', { 'ARG-100': 80 }),
    ]);
    const placed = await submit(app, trader, { id: draft.id, version: all.body.version });
    expect(placed.body).toMatchObject({ state: 'submitted', totals: { shipping: { minor: 4_800 } } });
  });

  it('wants a brand', async () => {
    const bare = await app.aTrader();
    const draft = await aDraft(app, bare, { 'ARG-100': 180 });
    const { body } = await app.call(editDraft, {
      as: bare,
      params: { id: draft.id },
      version: draft.version,
      body: { shipTo: 'customers' },
    });
    const answer = await submit(app, bare, { id: draft.id, version: body.version });
    expect(answer.body.code).toBe('BRAND_MISSING');
  });
});
