import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import path from 'node:path';
import { listBrandProfiles } from '@qafila/shared/branding/branding.contract';
import { moveClock, readSession, signIn } from '@qafila/shared/identity/identity.contract';
import {
  cancelOrder,
  createDraft,
  editDraft,
  getOrder,
  listOrders,
  putLines,
  reviewOrder,
  staffOrders,
  submitOrder,
} from '@qafila/shared/ordering/ordering.contract';
import { auditTrail } from '@qafila/shared/oversight/oversight.contract';
import { confirmMatches, transferDesk } from '@qafila/shared/payments/desk.contract';
import { getTransferInstruction } from '@qafila/shared/payments/payments.contract';
import { listParcels, orderConsignments } from '@qafila/shared/shipping/shipping.contract';
import { bareEnvironment, portalOrigin, trackingOrigin } from '../../worlds/addresses';
import { beginDraft } from '../../worlds/drafts';
import { expect, test } from '../../worlds/journey';
import { freshCode, PEOPLE, passwordOf } from '../../worlds/people';
import { call, codeOf, tryCall } from '../../worlds/portal-call';

const LINES = [{ sku: 'ARG-030', pieces: 24 }];

test('an order of another company does not exist, whatever is tried with it', async ({ visit }) => {
  const owner = await visit({ as: PEOPLE.noura });
  const other = await visit({ as: PEOPLE.yusuf });
  const { id, version, totals } = await beginDraft(owner.request, { name: 'Not yours', lines: LINES });
  const to = { params: { id }, version };
  const body = { expectedTotal: totals.total, method: 'bank_transfer' as const };
  const answers = [
    await tryCall(other.request, getOrder, to),
    await tryCall(other.request, reviewOrder, to),
    await tryCall(other.request, editDraft, { ...to, body: { name: 'Mine now' } }),
    await tryCall(other.request, putLines, {
      ...to,
      body: { lines: [{ variantId: randomUUID(), quantity: 1 }] },
    }),
    await tryCall(other.request, submitOrder, { ...to, body }),
    await tryCall(other.request, cancelOrder, to),
    await tryCall(other.request, getTransferInstruction, to),
    await tryCall(other.request, orderConsignments, to),
  ];
  expect(answers.map((answer) => answer.status())).toEqual(answers.map(() => 404));
  expect((await call(owner.request, getOrder, to)).version).toBe(version);
  const { rows } = await call(other.request, listOrders, { query: { limit: 100 } });
  expect(rows.some((row) => row.id === id)).toBe(false);
});

test('a brand of another company cannot be put on an order', async ({ visit }) => {
  const dar = await visit({ as: PEOPLE.noura });
  const atlas = await visit({ as: PEOPLE.yusuf });
  const [brand] = (await call(dar.request, listBrandProfiles)).rows;
  const draft = await beginDraft(atlas.request, { name: 'Borrowed brand', lines: [] });
  const answer = await tryCall(atlas.request, editDraft, {
    params: { id: draft.id },
    version: draft.version,
    body: { brandProfileId: brand?.id ?? '' },
  });
  expect([404, 422]).toContain(answer.status());
  const after = await call(atlas.request, getOrder, { params: { id: draft.id } });
  expect(after.brandProfileId).not.toBe(brand?.id);
});

test('no trader reaches a screen of the staff, and no staff a trader’s', async ({ visit }) => {
  const trader = await visit({ as: PEOPLE.noura });
  for (const endpoint of [staffOrders, transferDesk, listParcels, auditTrail]) {
    const answer = await tryCall(trader.request, endpoint);
    expect([endpoint.id, answer.status(), await codeOf(answer)]).toEqual([endpoint.id, 403, 'NOT_ALLOWED']);
  }
  const warehouse = await visit({ as: PEOPLE.khalid });
  for (const endpoint of [listOrders, transferDesk, auditTrail, staffOrders]) {
    expect([endpoint.id, (await tryCall(warehouse.request, endpoint)).status()]).toEqual([endpoint.id, 403]);
  }
});

test('a password alone opens nothing', async ({ visit }) => {
  const { request } = await visit();
  const password = await passwordOf(request, PEOPLE.noura);
  await call(request, signIn, { body: { email: PEOPLE.noura, password } });
  for (const endpoint of [readSession, listOrders]) {
    const answer = await tryCall(request, endpoint);
    expect([endpoint.id, answer.status(), await codeOf(answer)]).toEqual([
      endpoint.id,
      401,
      'SECOND_FACTOR_REQUIRED',
    ]);
  }
});

test('a payment is not confirmed without a fresh code, nor with one that was used', async ({ visit }) => {
  const { request } = await visit({ as: PEOPLE.farah });
  const body = { hash: 'a'.repeat(64), matches: [{ matchId: randomUUID(), version: 1 }] };
  const without = await tryCall(request, confirmMatches, { body });
  expect([without.status(), await codeOf(without)]).toEqual([403, 'FRESH_CODE_REQUIRED']);
  const code = await freshCode(request, PEOPLE.farah);
  const first = await tryCall(request, confirmMatches, { body, freshCode: code });
  expect(await codeOf(first)).toBe('REVIEW_CHANGED');
  const second = await tryCall(request, confirmMatches, { body, freshCode: code });
  expect([second.status(), await codeOf(second)]).toEqual([401, 'CODE_USED']);
});

test('a call from another site is refused, though it carries the cookies', async ({ visit }) => {
  const { request } = await visit({ as: PEOPLE.noura });
  const body = { name: 'From elsewhere' };
  for (const headers of [
    { origin: 'https://evil.example' },
    { origin: portalOrigin(), 'sec-fetch-site': 'cross-site' },
    { origin: trackingOrigin(), 'sec-fetch-site': 'same-site' },
  ]) {
    const answer = await tryCall(request, createDraft, { body, headers });
    expect([answer.status(), await codeOf(answer)]).toEqual([403, 'CROSS_SITE']);
  }
});

test('a repeated call with one key creates one draft', async ({ visit }) => {
  const { request } = await visit({ as: PEOPLE.noura });
  const key = randomUUID();
  const body = { name: 'Once' };
  const [first, again] = [
    await call(request, createDraft, { body, key }),
    await call(request, createDraft, { body, key }),
  ];
  expect(again.id).toBe(first.id);
  const other = await tryCall(request, createDraft, { body: { name: 'Twice' }, key });
  expect(await codeOf(other)).toBe('IDEMPOTENCY_KEY_REUSED');
});

test('each origin serves its own and nothing of the other', async ({ visit }) => {
  const { request } = await visit({ as: PEOPLE.noura });
  for (const at of [
    '/api/orders',
    '/api/identity/session',
    '/api/demo/accounts',
    '/api/openapi.json',
    '/home',
    '/sign-in',
  ]) {
    const answer = await request.get(`${trackingOrigin()}${at}`);
    expect([at, answer.status()]).toEqual([at, 404]);
    expect((await answer.text()).toLowerCase()).not.toContain('qafila');
  }
  const sign = await request.post(`${trackingOrigin()}/api/identity/sign-in`, { data: {} });
  expect(sign.status()).toBe(404);
  const token = 'A'.repeat(22);
  const parcel = await request.get(`${portalOrigin()}/api/parcel/${token}`);
  expect(parcel.status()).toBe(404);
  const unknown = await request.get(`${trackingOrigin()}/api/parcel/${token}`);
  expect(unknown.status()).toBe(404);
});

test('every answer carries the headers that keep a page to itself', async ({ visit }) => {
  const { request } = await visit();
  for (const address of [
    `${portalOrigin()}/sign-in`,
    `${portalOrigin()}/api/orders`,
    `${trackingOrigin()}/p/${'A'.repeat(22)}`,
  ]) {
    const headers = (await request.get(address)).headers();
    expect(headers['content-security-policy'], address).toContain("frame-ancestors 'none'");
    expect(headers['content-security-policy'], address).not.toContain('unsafe');
    expect(headers['x-content-type-options'], address).toBe('nosniff');
    expect(headers['referrer-policy'], address).toBe('no-referrer');
    expect(headers.server, address).toBeUndefined();
    expect(headers['x-powered-by'], address).toBeUndefined();
  }
});

test('Fjord & Fønix in Bergen is refused the transfer, with the clause, and keeps the draft', async ({
  visit,
}) => {
  const { request } = await visit({ as: PEOPLE.ingrid });
  const draft = await beginDraft(request, {
    name: 'Julegaver',
    lines: [
      { sku: 'ARG-030', pieces: 240 },
      { sku: 'ARG-100', pieces: 120 },
    ],
  });
  const params = { id: draft.id };
  const review = await call(request, reviewOrder, { params });
  expect(review.minimum.isMet).toBe(true);
  const refusalOf = (wanted: string) => review.methods.find(({ method }) => method === wanted)?.refusal;
  expect([refusalOf('bank_transfer')?.reason, refusalOf('visa')]).toEqual(['company_country', null]);
  const answer = await tryCall(request, submitOrder, {
    params,
    version: review.version,
    body: { expectedTotal: review.totals.total, method: 'bank_transfer' },
  });
  expect([answer.status(), await codeOf(answer)]).toEqual([409, 'TRANSFER_ONLY_IN_SAUDI_ARABIA']);
  expect(((await answer.json()) as { detail: string }).detail).toMatch(/clause 8/);
  expect((await call(request, getOrder, { params })).state).toBe('draft');
});

/** Four keys that differ. */
const fourKeys = (): Record<string, string> =>
  Object.fromEntries(
    ['KEY_ENCRYPTION_KEY', 'INDEX_KEY', 'SESSION_KEY', 'PASSWORD_PEPPER'].map((name) => [
      name,
      randomBytes(32).toString('base64'),
    ]),
  );

/** Starts a process of the product with this environment; tells how it ended and what it said. */
function startProduct(
  environment: Readonly<Record<string, string>>,
): Promise<{ code: number | null; said: string }> {
  const script = path.resolve(__dirname, '../../../server/dist/main.js');
  const child = spawn(process.execPath, [script], { env: { ...bareEnvironment(), ...environment } });
  let said = '';
  child.stderr.on('data', (part: Buffer) => {
    said += part.toString();
  });
  return new Promise((resolve) => child.on('exit', (code) => resolve({ code, said })));
}

test('production refuses to start on a demo’s settings and names every problem at once', async () => {
  const { code, said } = await startProduct({
    QAFILA_MODE: 'production',
    PUBLIC_ORIGIN: portalOrigin(),
    TRACKING_ORIGIN: portalOrigin(),
    DATABASE_URL: 'postgres://qafila_app@127.0.0.1:1/none',
    KEY_ENCRYPTION_KEY: Buffer.alloc(32, 1).toString('base64'),
    INDEX_KEY: Buffer.alloc(32, 1).toString('base64'),
    SESSION_KEY: Buffer.alloc(32, 2).toString('base64'),
    PASSWORD_PEPPER: Buffer.alloc(32, 3).toString('base64'),
  });
  expect(code).toBe(1);
  for (const name of ['PUBLIC_ORIGIN', 'TRACKING_ORIGIN', 'SMTP_URL', 'secrets'])
    expect(said).toContain(name);
  expect(said).not.toContain(Buffer.alloc(32, 2).toString('base64'));
});

test('a demo binds to loopback only', async () => {
  const { code, said } = await startProduct({
    QAFILA_MODE: 'demo',
    HOST: '0.0.0.0',
    DATABASE_URL: 'postgres://qafila_app@127.0.0.1:1/none',
    ...fourKeys(),
  });
  expect(code).toBe(1);
  expect(said).toContain('HOST: demo mode binds to loopback only');
});

test('a clock moves by the demo’s own pages only', async ({ visit }) => {
  const { request } = await visit();
  const answer = await tryCall(request, moveClock, {
    body: { advanceSeconds: 1 },
    headers: { origin: 'https://evil.example' },
  });
  expect([answer.status(), await codeOf(answer)]).toEqual([403, 'CROSS_SITE']);
});
