// @ts-check
/** `npm run bench`: how long the main calls take on this machine, from a client's side, with the demo world. */
import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { ensureInstalled } from './lib/install.mjs';
import { inRoot } from './lib/paths.mjs';
import { command, say, step } from './lib/say.mjs';

const ROUNDS = 40;
const BUYER = 'noura@darnour.example';
const CLERK = 'farah@qafila.example';
/** Movements of the file that the worker imports. */
const BANK_LINES = 100_000;
const LOOK_AGAIN_MS = 250;

/**
 * @typedef {{ portal: string, cookie: string }} Session
 * @typedef {{ id: string, minimumQuantity: number, caseSize: number, available: number }} Variant
 * @typedef {{ email: string, password: string, code: string }} Account
 * @typedef {{ id: string, version: number, state: string, accounts: Account[], rows: { variants: Variant[] }[] }} Reply
 */

/**
 * @param {Session} session
 * @param {string} route Method and path.
 * @param {{ body?: unknown, version?: number, file?: string }} [given]
 * @returns {Promise<Reply>}
 */
async function call(session, route, given = {}) {
  const [method = 'GET', path = '/'] = route.split(' ');
  const response = await fetch(`${session.portal}/api${path}`, {
    method,
    headers: {
      origin: session.portal,
      cookie: session.cookie,
      'idempotency-key': randomUUID(),
      ...(given.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(given.file === undefined ? {} : { 'content-type': 'application/x-bank-statement' }),
      ...(given.version === undefined ? {} : { 'if-match': `"${given.version}"` }),
    },
    ...(given.body === undefined ? {} : { body: JSON.stringify(given.body) }),
    ...(given.file === undefined ? {} : { body: given.file }),
  });
  if (!response.ok) throw new Error(`${route}: ${response.status} ${await response.text()}`);
  const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
  if (cookies.length > 0) session.cookie = cookies.join('; ');
  return /** @type {Promise<Reply>} */ (response.json());
}

/** @param {string} portal @param {string} email @returns {Promise<Session>} */
async function signIn(portal, email) {
  const session = { portal, cookie: '' };
  const { accounts } = await call(session, 'GET /demo/accounts');
  const account = accounts.find((each) => each.email === email);
  if (!account) throw new Error(`The demo world has no ${email}`);
  await call(session, 'POST /identity/sign-in', {
    body: { email: account.email, password: account.password },
  });
  await call(session, 'POST /identity/code', { body: { code: account.code } });
  return session;
}

/** @param {string} name @param {(round: number) => Promise<unknown>} work */
async function timed(name, work) {
  /** @type {number[]} */
  const times = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const from = performance.now();
    await work(round);
    times.push(performance.now() - from);
  }
  times.sort((a, b) => a - b);
  const at = (/** @type {number} */ share) =>
    (times[Math.floor(share * (ROUNDS - 1))] ?? 0).toFixed(1).padStart(8);
  say(`  ${name.padEnd(34)}${at(0)}${at(0.5)}${at(0.95)}`);
}

/** @param {string} portal */
async function bench(portal) {
  const session = await signIn(portal, BUYER);
  const { rows } = await call(session, 'GET /catalogue/products');
  const variants = rows.flatMap((product) => product.variants);
  const sold = variants.filter((variant) => variant.available >= 20 * variant.caseSize).slice(0, 50);
  const [first] = sold;
  if (!first) throw new Error('Nothing is in stock');
  let draft = await call(session, 'POST /orders', { body: { name: 'Benchmark' } });
  say(`\n  ${'milliseconds'.padEnd(34)}${'least'.padStart(8)}${'median'.padStart(8)}${'p95'.padStart(8)}`);
  await timed('all products with prices and stock', () => call(session, 'GET /catalogue/products'));
  await timed('page of orders', () => call(session, 'GET /orders'));
  await timed('change one line', async (round) => {
    const quantity = first.minimumQuantity * (1 + (round % 3));
    const lines = [{ variantId: first.id, quantity }];
    draft = await call(session, `PUT /orders/${draft.id}/lines`, {
      body: { lines },
      version: draft.version,
    });
  });
  await timed(`change ${sold.length} lines`, async (round) => {
    const lines = sold.map((variant) => ({
      variantId: variant.id,
      quantity: variant.minimumQuantity * (1 + (round % 3)),
    }));
    draft = await call(session, `PUT /orders/${draft.id}/lines`, {
      body: { lines },
      version: draft.version,
    });
  });
  await timed('review', () => call(session, `GET /orders/${draft.id}/review`));
  await importLarge(portal);
}

/** @param {string} iban A statement of many small credits; its balances prove. */
function largeStatement(iban) {
  const lines = Array.from(
    { length: BANK_LINES },
    (_, i) => `:61:2611221122C1,00NTRFNONREF//BENCH${i}\n:86:Transfer ${i}`,
  );
  const opening = ':60F:C261122SAR0,00';
  return `:20:BENCH\n:25:${iban}\n:28C:1/1\n${opening}\n${lines.join('\n')}\n:62F:C261122SAR${BANK_LINES},00\n-\n`;
}

/** Seconds from the upload of a large bank file until the worker has imported it. @param {string} portal */
async function importLarge(portal) {
  const session = await signIn(portal, CLERK);
  const demo = await fetch(`${portal}/api/demo/bank/statement`);
  const iban = /<IBAN>(\w+)</.exec(await demo.text())?.[1] ?? '';
  const from = performance.now();
  let current = await call(session, 'POST /transfers/statements', { file: largeStatement(iban) });
  while (current.state === 'waiting' || current.state === 'reading') {
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    current = await call(session, `GET /transfers/imports/${current.id}`);
  }
  if (current.state !== 'done') throw new Error(`The import ended ${current.state}`);
  const seconds = ((performance.now() - from) / 1000).toFixed(1);
  say(`\n  ${`${BANK_LINES} bank lines imported by the worker`.padEnd(42)}${seconds.padStart(8)} s`);
}

await command(async () => {
  await step('packages', ensureInstalled);
  const { buildServer } = await import('./lib/build.mjs');
  await step('server built', buildServer);
  const child = fork(inRoot('tools', 'stack.mjs'), [], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  try {
    /** @type {{ portal: string, fault?: string }} */
    const stack = await new Promise((resolve) => child.once('message', resolve));
    if (stack.fault) throw new Error(stack.fault);
    await bench(stack.portal);
  } finally {
    if (child.connected) child.disconnect();
  }
});
