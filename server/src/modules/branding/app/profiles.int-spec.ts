import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CONSENT_TEXTS } from '@qafila/shared/branding/consent-texts';
import type { ProfileContent } from '@qafila/shared/branding/profile-content';
import {
  createProfile,
  listProfileCards,
  listProfileVersions,
  moveProfile,
  previewProfile,
  readProfile,
  recordConsent,
  saveProfile,
} from '@qafila/shared/branding/profiles.contract';
import { PROFILES_PER_COMPANY } from '@qafila/shared/branding/profiles.rules';
import { createDraft, editDraft } from '@qafila/shared/ordering/ordering.contract';
import { aPaidOrder, aParcelWorld, type ParcelWorld, STORE } from '../../shipping/testing/parcel-world';
import { aBrand, aContent, aSpec, changeBrand } from '../testing/a-brand';

let world: ParcelWorld;
beforeAll(async () => {
  world = await aParcelWorld();
});
afterAll(() => world.app.close());

const names = (latin: string): ProfileContent['names'] => ({
  latin,
  arabic: null,
  french: null,
  norwegian: null,
});
const aProfile = (content: Partial<ProfileContent> = {}): Promise<string> =>
  aBrand(world.app, world.trader.companyId, { content });
const read = (id: string) => world.app.call(readProfile, { as: world.trader, params: { id } });
const save = (id: string, version: number, body: ProfileContent) =>
  world.app.call(saveProfile, { as: world.trader, params: { id }, version, body });
const move = (id: string, step: 'activate' | 'suspend' | 'archive') =>
  world.app.call(moveProfile, { as: world.trader, params: { id }, body: { step } });
const preview = (profileId: string, content: ProfileContent, document: 'slip' | 'label' | 'tracking') =>
  world.app.call(previewProfile, {
    as: world.trader,
    body: { profileId, content, document, locale: 'en' },
  });

describe('a brand profile', () => {
  it('begins as a draft with its names, and is activated once it says whom to ask and where returns go', async () => {
    const { app, trader } = world;
    const made = await app.call(createProfile, {
      as: trader,
      body: { nameLatin: 'Rose House', nameArabic: 'بيت الورد' },
    });
    const first = await read(made.body.id);
    expect(first.body).toMatchObject({ state: 'draft', version: 1, mayEdit: true, consents: [] });
    expect(first.body.actions.find(({ step }) => step === 'activate')?.reasons).toEqual([
      { code: 'BRAND_REPLY_MISSING', params: {} },
      { code: 'BRAND_SENDER_MISSING', params: {} },
    ]);
    expect((await move(made.body.id, 'activate')).body).toMatchObject({ code: 'BRAND_REPLY_MISSING' });
    const content = { ...first.body.content, replyEmail: 'hello@rose.example', returns: 'hub' as const };
    await save(made.body.id, 1, content);
    expect((await move(made.body.id, 'activate')).body).toMatchObject({ state: 'active', version: 2 });
  });

  it('becomes another version on each save, with what changed, and a stale save is refused', async () => {
    const id = await aProfile({ names: names('First') });
    const content = aContent({ names: names('Second') });
    expect((await save(id, 1, content)).body).toMatchObject({ version: 2 });
    expect((await save(id, 1, content)).body).toMatchObject({ code: 'STALE_RECORD' });
    // The same once more says nothing new.
    expect((await save(id, 2, content)).body).toMatchObject({ version: 2 });
    const { body } = await world.app.call(listProfileVersions, { as: world.trader, params: { id } });
    expect(body.rows.map((row) => row.version)).toEqual([2, 1]);
    expect(body.rows[0]?.changes).toEqual([{ path: 'names.latin', before: 'First', after: 'Second' }]);
    expect(body.rows[0]?.sha256).not.toBe(body.rows[1]?.sha256);
  });

  it('keeps every version as it was: the application’s login can neither change nor remove one', async () => {
    const id = await aProfile();
    for (const statement of [
      `update brand_profile_versions set content = '{}' where profile_id = $1`,
      'delete from brand_profile_versions where profile_id = $1',
      'delete from brand_consents where profile_id = $1',
    ])
      await expect(world.app.system((tx) => tx.query(statement, [id]))).rejects.toThrow('permission denied');
  });

  it('of another company does not exist for anybody else', async () => {
    const id = await aProfile();
    const as = await world.app.aTrader();
    const params = { id };
    const body = aContent();
    const consent = { kind: 'name', decision: 'granted', textVersion: 1, locale: 'en' } as const;
    const answers = await Promise.all([
      world.app.call(readProfile, { as, params }),
      world.app.call(listProfileVersions, { as, params }),
      world.app.call(saveProfile, { as, params, version: 1, body }),
      world.app.call(moveProfile, { as, params, body: { step: 'suspend' } }),
      world.app.call(recordConsent, { as, params, body: consent }),
      world.app.call(previewProfile, {
        as,
        body: { profileId: id, content: body, document: 'tracking', locale: 'en' },
      }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404]);
    expect((await world.app.call(listProfileCards, { as })).body.rows).toEqual([]);
  });

  it('costs the same statements among one and among twenty, and with one version as with many', async () => {
    const as = await world.app.aTrader();
    // Names of their own: what this company is called stands on the deny-list of the others.
    const another = (number: number): Promise<string> =>
      aBrand(world.app, as.companyId, {
        nameLatin: `Mirage ${number}`,
        content: { replyEmail: 'hello@mirage.example' },
      });
    const id = await another(0);
    const params = { id };
    const count = async (): Promise<number[]> => [
      (await world.app.statements(() => world.app.call(listProfileCards, { as }))).length,
      (await world.app.statements(() => world.app.call(readProfile, { as, params }))).length,
      (await world.app.statements(() => world.app.call(listProfileVersions, { as, params }))).length,
    ];
    const before = await count();
    for (let more = 1; more <= 20; more += 1) await another(more);
    await world.app.system((tx) => changeBrand(tx, as.companyId, { website: 'mirage.example' }));
    expect(await count()).toEqual(before);
  });

  it('is one of so many; an archived one makes room', async () => {
    const as = await world.app.aTrader();
    const made: string[] = [];
    for (let number = 0; number < PROFILES_PER_COMPANY.value; number += 1)
      made.push(
        await aBrand(world.app, as.companyId, {
          ...{ nameLatin: `Oasis ${number}`, state: 'suspended' },
          content: { replyEmail: 'hello@oasis.example' },
        }),
      );
    const create = () =>
      world.app.call(createProfile, { as, body: { nameLatin: 'One too many', nameArabic: null } });
    const refused = (await create()).body;
    expect([refused.code, refused.params]).toEqual([
      'TOO_MANY_PROFILES',
      { maximum: PROFILES_PER_COMPANY.value },
    ]);
    await world.app.call(moveProfile, { as, params: { id: made[0] ?? '' }, body: { step: 'archive' } });
    expect((await create()).status).toBe(200);
  });

  it('is read by a buyer, who is offered no step', async () => {
    const id = await aProfile();
    const as = await world.app.aTrader({ role: 'buyer', company: world.trader });
    const { body } = await world.app.call(readProfile, { as, params: { id } });
    expect(body).toMatchObject({ mayEdit: false, actions: [] });
    expect(
      (await world.app.call(saveProfile, { as, params: { id }, version: 1, body: aContent() })).status,
    ).toBe(403);
  });
});

describe('archiving and suspending', () => {
  it('is refused while an order placed under it is not out, or a locked spec belongs to it', async () => {
    await aPaidOrder(world);
    expect((await move(world.brandId, 'archive')).body).toMatchObject({ code: 'BRAND_ORDERS_OPEN' });
    const id = await aProfile();
    await aSpec(world.app, world.trader.companyId, { brandId: id, productIds: [] });
    expect((await move(id, 'archive')).body).toMatchObject({
      code: 'BRAND_SPECS_LOCKED',
      params: { count: 1 },
    });
  });

  it('keeps it from being chosen for an order', async () => {
    const { app, trader } = world;
    const id = await aProfile();
    expect((await move(id, 'suspend')).body).toMatchObject({ state: 'suspended' });
    const { body: draft } = await app.call(createDraft, { as: trader, body: { name: 'Later' } });
    const chosen = await app.call(editDraft, {
      as: trader,
      params: { id: draft.id },
      version: draft.version,
      body: { shipTo: 'customers', brandProfileId: id },
    });
    expect(chosen.body).toMatchObject({ code: 'FIELDS_INVALID' });
    expect((await move(id, 'archive')).body).toMatchObject({
      state: 'archived',
      actions: [],
      mayEdit: false,
    });
    expect((await save(id, 1, aContent({ names: names('Late') }))).body).toMatchObject({
      code: 'WRONG_STATE',
    });
  });
});

describe('the preview', () => {
  it('draws the real slip and label of a form that is not saved', async () => {
    const id = await aProfile();
    const content = aContent({ names: names('Not saved'), slip: { arabic: null, latin: 'With our thanks' } });
    for (const document of ['slip', 'label'] as const) {
      const { body } = await preview(id, content, document);
      expect(body.refusals).toEqual([]);
      expect(body.pages).toHaveLength(1);
      expect(
        Buffer.from(body.pages[0] ?? '', 'base64')
          .subarray(1, 4)
          .toString(),
      ).toBe('PNG');
    }
    expect((await read(id)).body.version).toBe(1);
  });

  it('gives the reply of the tracking page, with its own accent, line, and without a hidden contact', async () => {
    const id = await aProfile();
    const tracking = { arabic: 'شكرًا', latin: 'Thanks', accent: '#113355', showsContact: false };
    const { body } = await preview(id, aContent({ tracking, website: 'brand.example' }), 'tracking');
    expect(body.tracking?.brand).toMatchObject({
      accent: '#113355',
      message: { arabic: 'شكرًا', latin: 'Thanks' },
      replyEmail: '',
      website: null,
    });
  });

  it('refuses what the leak scan would refuse: the store by name, another trader without a word about him', async () => {
    const other = await world.app.aTrader({ nameLatin: 'Zafferan Desert Traders' });
    const id = await aProfile();
    const store = await preview(id, aContent({ names: names(STORE.nameLatin) }), 'slip');
    expect(store.body).toMatchObject({ refusals: [{ code: 'BRAND_SHOWS_STORE' }], pages: [] });
    const content = aContent({ slip: { arabic: null, latin: 'With Zafferan Desert Traders' } });
    const foreign = await preview(id, content, 'slip');
    expect(foreign.body).toEqual({
      refusals: [{ code: 'BRAND_NAME_REFUSED', params: {} }],
      pages: [],
      tracking: null,
    });
    const saved = await save(id, 1, content);
    expect(saved.body).toMatchObject({ code: 'BRAND_NAME_REFUSED' });
    expect(JSON.stringify([foreign.body, saved.body])).not.toContain(other.companyId);
  });
});

describe('what ships', () => {
  it('says what the profile said when the order was placed, whatever is saved afterwards', async () => {
    const { app, trader } = world;
    const { orderId } = await aPaidOrder(world);
    const { body } = await read(world.brandId);
    const renamed = { ...body.content, names: { ...body.content.names, latin: 'Renamed House' } };
    expect((await save(world.brandId, body.version, renamed)).status).toBe(200);
    const [parcel] = await app.system((tx) =>
      tx.query<{ name: string; version: number; shipped: number }>(
        `select c.brand ->> 'nameLatin' as name, (c.brand -> 'profile' ->> 'version')::int as version,
           o.ships_as_version as shipped
         from consignments c join orders o on o.id = c.order_id where c.company_id = $1 and c.order_id = $2`,
        [trader.companyId, orderId],
      ),
    );
    expect(parcel).toEqual({ name: 'Dar Nour', version: body.version, shipped: body.version });
  });
});

describe('a permission', () => {
  it('is off until it is given, recorded with its words, and withdrawn beside what was given', async () => {
    const { app, trader } = world;
    const id = await aProfile();
    const give = (decision: 'granted' | 'withdrawn', textVersion = 1) =>
      app.call(recordConsent, {
        as: trader,
        params: { id },
        body: { kind: 'portfolio', decision, textVersion, locale: 'ar' },
      });
    expect((await give('withdrawn')).body).toMatchObject({ code: 'CONSENT_UNCHANGED' });
    expect((await give('granted', 99)).body).toMatchObject({ code: 'CONSENT_TEXT_CHANGED' });
    expect((await give('granted')).status).toBe(200);
    // Saving the profile is another thing.
    await save(id, 1, aContent({ names: names('Other') }));
    const { body } = await give('withdrawn');
    expect(body.consents.map(({ decision, text }) => [decision, text])).toEqual([
      ['withdrawn', CONSENT_TEXTS.portfolio.text.ar],
      ['granted', CONSENT_TEXTS.portfolio.text.ar],
    ]);
  });
});
