import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { orderConsignments } from '@qafila/shared/shipping/shipping.contract';
import sharp from 'sharp';
import { recipientScope } from '../../../platform/access/scope';
import { BlindIndex } from '../../../platform/crypto/blind-index';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { newSecret } from '../../../platform/ids/new-id';
import { buildDenyList } from '../domain/deny-list';
import { type LeakHit, scanSurfaces } from '../domain/leak-scan';
import { createTrackingApp } from '../http/tracking-app';
import { surfacesOfHttp } from '../papers/surfaces';
import {
  aPaidOrder,
  aParcelWorld,
  aRecipient,
  handedOver,
  IBAN,
  type ParcelWorld,
  STORE,
} from '../testing/parcel-world';

jest.setTimeout(120_000);

const DIST = join(__dirname, '../../../../../client/tracking/dist');
const RIVAL = 'Atlas Gifts House';

let world: ParcelWorld;
let tracking: NestFastifyApplication;
let bare: NestFastifyApplication;
let folder: string;
/** Secrets of a parcel that is with its carrier and of one that is still planned. */
let token: string;
let waiting: string;

/** Pages of a built client, as small as they can be, one of which cannot be read. */
function aFolderOfPages(): string {
  const made = mkdtempSync(join(tmpdir(), 'parcel-pages-'));
  writeFileSync(join(made, '404.html'), '<!doctype html><title>Parcel</title>nothing here');
  writeFileSync(join(made, '500.html'), '<!doctype html><title>Parcel</title>try again');
  mkdirSync(join(made, 'index.html'));
  return made;
}

async function started(pages: string): Promise<NestFastifyApplication> {
  const app = await createTrackingApp(pages);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

beforeAll(async () => {
  const logo = await sharp({ create: { width: 32, height: 32, channels: 3, background: '#8a6a1f' } })
    .png()
    .toBuffer();
  world = await aParcelWorld({ logo });
  await world.app.aTrader({ nameLatin: RIVAL });
  const { orderId, parcelIds } = await aPaidOrder(world, [aRecipient(), aRecipient()]);
  const id = parcelIds[0] ?? '';
  await handedOver(world, id);
  const { body } = await world.app.call(orderConsignments, { as: world.trader, params: { id: orderId } });
  token = body.rows[0]?.trackingUrl?.split('/').at(-1) ?? '';
  const sealer = await world.app.sealer(world.trader.companyId);
  const [row] = await world.app.system((tx) =>
    tx.query<{ tracking_token_enc: string }>('select tracking_token_enc from consignments where id = $1', [
      parcelIds[1],
    ]),
  );
  const place = { table: 'consignments', column: 'tracking_token_enc', rowId: parcelIds[1] ?? '' };
  waiting = sealer.open(place, row?.tracking_token_enc ?? '');
  folder = aFolderOfPages();
  tracking = await started(DIST);
  bare = await started(folder);
});
afterAll(async () => {
  await bare?.close();
  await tracking?.close();
  await world?.app.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = (url: string, app = tracking) =>
  app.inject({ method: 'GET', url, headers: { 'accept-language': 'ar', accept: 'text/html,*/*' } });

/** What of the store or another trader stands in an answer of the tracking origin. */
async function leaksIn(url: string, app = tracking): Promise<readonly LeakHit[]> {
  const answer = await get(url, app);
  const denyList = buildDenyList({
    seller: {
      names: [STORE.nameLatin, STORE.nameArabic, ...STORE.otherNames],
      addresses: [{ buildingNumber: '6218', street: 'Al Kharj Road' }],
      phones: STORE.phones,
      mails: STORE.mails,
      domains: STORE.domains,
      vatNumbers: [STORE.vatNumber],
      registrations: [STORE.registrationNumber],
      ibans: [IBAN],
      gs1Prefixes: [STORE.gs1Prefix],
    },
    others: [{ ref: 'rival', names: [RIVAL] }],
    own: { brand: ['Dar Nour', 'دار نور'], recipient: [], phones: [] },
    vocabulary: [],
  });
  const headers = Object.fromEntries(
    Object.entries(answer.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value : String(value),
    ]),
  );
  return scanSurfaces(surfacesOfHttp({ url, headers, body: answer.body }), denyList).hits;
}

describe('the parcel of a link', () => {
  it('tells what a recipient may know, and not one key more', async () => {
    const answer = await get(`/api/parcel/${token}`);
    expect(answer.statusCode).toBe(200);
    const parcel = answer.json();
    expect(Object.keys(parcel).sort()).toEqual([
      'brand',
      'carrier',
      'count',
      'deliveredOn',
      'handedOverOn',
      'index',
      'items',
      'locale',
      'parcelCode',
      'state',
      'trackingNumber',
    ]);
    expect(parcel).toMatchObject({
      brand: { nameLatin: 'Dar Nour', nameArabic: 'دار نور', hasLogo: true },
      state: 'handed_over',
      carrier: 'SMSA Express',
      trackingNumber: 'SM123456789',
    });
    expect(answer.body).not.toMatch(/نورة|551234567|جدة|sku|gtin|price|company|order/i);
  });

  it('has the brand’s logo', async () => {
    const answer = await get(`/api/parcel/${token}/logo`);
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'image/png']);
    expect((await sharp(answer.rawPayload).metadata()).width).toBe(32);
  });

  it.each([
    ['an unknown secret', () => newSecret(16)],
    ['a parcel that has not left', () => waiting],
    ['a secret of another length', () => token.slice(1)],
    ['an id', () => world.trader.companyId],
  ])('is 404 for %s, with the same words', async (_name, secret) => {
    const known = (await get(`/api/parcel/${newSecret(16)}`)).json();
    for (const path of ['', '/logo']) {
      const answer = await get(`/api/parcel/${secret()}${path}`);
      expect(answer.statusCode).toBe(404);
      expect({ ...answer.json(), requestId: '' }).toEqual({ ...known, requestId: '' });
    }
  });

  it('shows one parcel to the database’s own walls, whatever is asked', async () => {
    const hash = world.app.get(BlindIndex).ofToken(token);
    const seen = await world.app.get(UnitOfWork).runApart(recipientScope(hash), async (tx) => {
      const counts: Record<string, number> = {};
      for (const table of [
        'consignments',
        'stored_files',
        'orders',
        'companies',
        'brand_profiles',
        'order_recipients',
        'leak_findings',
      ])
        counts[table] = (await tx.query(`select 1 from ${table}`)).length;
      return counts;
    });
    expect(seen).toEqual({
      consignments: 1,
      stored_files: 1,
      orders: 0,
      companies: 0,
      brand_profiles: 0,
      order_recipients: 0,
      leak_findings: 0,
    });
  });
});

describe('the tracking origin', () => {
  it.each([
    '/api/session',
    '/api/openapi.json',
    '/api/fulfilment/parcels',
    '/api/orders',
    '/api/demo/accounts',
    '/api/demo/inbox',
  ])('knows nothing of the portal: %s', async (path) => {
    expect((await get(path)).statusCode).toBe(404);
  });

  it('lives, is ready, sets no cookie and wants no robots', async () => {
    for (const path of ['/healthz', '/readyz', `/api/parcel/${token}`, `/p/${token}`, '/nothing']) {
      const { headers } = await get(path);
      expect(headers['set-cookie']).toBeUndefined();
      expect(headers['x-robots-tag']).toBe('noindex, nofollow');
    }
    expect([(await get('/healthz')).statusCode, (await get('/readyz')).statusCode]).toEqual([200, 200]);
  });

  it.each([
    ['JSON', () => `/api/parcel/${token}`],
    ['logo', () => `/api/parcel/${token}/logo`],
    ['404 of the interface', () => `/api/parcel/${newSecret(16)}`],
    ['404 beside the interface', () => '/api/nothing'],
    ['404 page', () => '/orders'],
    ['missing file', () => '/assets/nothing.js'],
    ['unreadable address', () => '/%E0%A4%A'],
    ['health', () => '/readyz'],
  ])('has no word of the store or another trader in its %s, headers included', async (_name, url) => {
    expect(await leaksIn(url())).toEqual([]);
    expect(await leaksIn(url(), bare)).toEqual([]);
  });

  it('answers its own 404 and 500 pages, neutral ones', async () => {
    const lost = await get('/orders', bare);
    expect([lost.statusCode, lost.body]).toEqual([404, expect.stringContaining('nothing here')]);
    expect((await get('/index.html', bare)).statusCode).toBe(404);
    const broken = await get(`/p/${token}`, bare);
    expect([broken.statusCode, broken.body]).toEqual([500, expect.stringContaining('try again')]);
    expect(await leaksIn(`/p/${token}`, bare)).toEqual([]);
  });

  it('finds the store in an answer that does name it', async () => {
    expect(await leaksIn('/api/parcel/Qafila')).toMatchObject([
      { surface: 'http · address', list: 'seller' },
    ]);
  });

  // `npm test` builds the bundle first; this file alone, in a tree where nothing was built, has none to read.
  const whenBuilt = existsSync(join(DIST, 'index.html')) ? it : it.skip;
  whenBuilt('has no word of the store in page, icon, script, style or 404 of the built bundle', async () => {
    const assets = readdirSync(join(DIST, 'assets')).map((name) => `/assets/${name}`);
    const urls = [
      `/p/${token}`,
      '/',
      '/404',
      '/icon.svg',
      '/robots.txt',
      ...assets.filter((url) => /\.(js|css)$/.test(url)),
    ];
    for (const url of urls) expect({ url, hits: await leaksIn(url) }).toEqual({ url, hits: [] });
    expect((await get(`/p/${token}`)).headers['content-type']).toContain('text/html');
    expect((await get('/robots.txt')).body).toContain('Disallow: /');
    expect(assets.some((url) => url.endsWith('.map'))).toBe(false);
  });
});
