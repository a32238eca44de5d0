import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { staffToday } from '@qafila/shared/oversight/oversight.contract';
import { getParcel, labelParcel, parcelDocument } from '@qafila/shared/shipping/shipping.contract';
import sharp from 'sharp';
import { Files } from '../../../platform/files/files';
import {
  aPaidOrder,
  aParcelWorld,
  aRecipient,
  auditOf,
  type ParcelWorld,
  packed,
  plantInBrand,
} from '../testing/parcel-world';

jest.setTimeout(120_000);

const RIVAL = 'Atlas Gifts House';
/** Each row: what leaks, the change in the data of one real parcel, and where it must be found. */
const PLANTED: readonly (readonly [string, Readonly<Record<string, unknown>>, string])[] = [
  ['the store’s name in Arabic with tatweel', { nameArabic: 'قـافــلة' }, 'seller'],
  ['the store’s name in Arabic with harakat', { nameArabic: 'قَافِلَة' }, 'seller'],
  [
    'the store’s name with zero-width letters between',
    { returnLines: ['Qa\u200bfi\u200dla', 'Riyadh'] },
    'seller',
  ],
  ['the store’s phone in Arabic-Indic digits', { returnLines: ['هاتف ٠١١ ٤٠٠ ١٢٣٤', 'الرياض'] }, 'seller'],
  ['the store’s VAT number', { returnLines: ['VAT 310998877600003', 'Riyadh'] }, 'seller'],
  ['the store’s IBAN', { returnLines: ['SA03 8000 0000 6080 1016 7519', 'Riyadh'] }, 'seller'],
  ['the store’s address', { returnLines: ['6218 Al Kharj Road', 'Riyadh'] }, 'seller'],
  ['a mail of the store’s domain', { replyEmail: 'help@qafila.example' }, 'seller'],
  ['another trader’s name', { returnLines: [RIVAL, 'Riyadh'] }, 'foreign'],
];

let world: ParcelWorld;
let parcelIds: string[];
beforeAll(async () => {
  const logo = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#8a6a1f' } })
    .png()
    .toBuffer();
  world = await aParcelWorld();
  await world.app.aTrader({ nameLatin: RIVAL, nameArabic: 'بيت هدايا الأطلس' });
  const recipients = Array.from({ length: PLANTED.length + 3 }, () => aRecipient());
  // One recipient is the other trader himself: his own field is his, and clean.
  recipients[PLANTED.length] = aRecipient({ name: RIVAL });
  ({ parcelIds } = await aPaidOrder(world, recipients));
  const logoFileId = await world.app.system((tx) =>
    world.app
      .get(Files)
      .put(tx, { companyId: world.trader.companyId, kind: 'logo', contentType: 'image/png', bytes: logo }),
  );
  await world.app.system((tx) =>
    tx.query('update consignments set logo_file_id = $2 where id = $1', [
      parcelIds[PLANTED.length + 1],
      logoFileId,
    ]),
  );
});
afterAll(() => world?.app.close());

const label = (id: string) => world.app.call(labelParcel, { as: world.packer, params: { id } });
const findingsOf = (id: string) =>
  world.app.system((tx) =>
    tx.query<{ list: string; surface: string; masked: string }>(
      'select list, surface, masked from leak_findings where consignment_id = $1',
      [id],
    ),
  );
const filesOf = (id: string) =>
  world.app.system((tx) => tx.query('select 1 from consignment_documents where consignment_id = $1', [id]));

describe('a leak planted in real data', () => {
  it.each(PLANTED.map((row, index) => [...row, index] as const))(
    'blocks the label and leaves nothing printable: %s',
    async (_name, change, list, index) => {
      const id = parcelIds[index] ?? '';
      await packed(world, id);
      await plantInBrand(world.app, id, change);
      const refused = await label(id);
      expect([refused.status, refused.body.code]).toEqual([409, 'LEAK_FOUND']);
      expect(Object.keys(refused.body.params)).toEqual(['surface']);
      expect(JSON.stringify(refused.body).toLowerCase()).not.toMatch(/qafila|قافلة|atlas|4001234|الأطلس/);
      const findings = await findingsOf(id);
      expect(findings.map((finding) => finding.list)).toContain(list);
      expect(JSON.stringify(findings)).not.toMatch(/tlas|الأطلس/);
      expect(await filesOf(id)).toEqual([]);
      const paper = await world.app.call(parcelDocument, { as: world.packer, params: { id, kind: 'label' } });
      expect(paper.status).toBe(404);
    },
  );

  it('stays on record though the refusal rolled the step back, and blocks the step in the packer’s view', async () => {
    const id = parcelIds[0] ?? '';
    const { body: parcel } = await world.app.call(getParcel, { as: world.packer, params: { id } });
    expect(parcel).toMatchObject({ state: 'packed', scan: { verdict: 'blocked' } });
    const action = parcel.actions.find(({ step }) => step === 'label');
    expect(action).toMatchObject({ allowed: false, reasons: [{ code: 'LEAK_FOUND' }] });
    expect(action?.reasons[0]?.params.surface).toMatch(/^(slip|label|http) · /);
    expect(await auditOf(world.app, id)).toEqual(
      expect.arrayContaining(['shipping.recipient_read', 'shipping.leak_blocked']),
    );
  });

  it('is seen by the privacy officer in Today; who was named he alone learns', async () => {
    const officer = await world.app.aStaff('privacy_officer');
    const { body } = await world.app.call(staffToday, { as: officer });
    expect(body.cards.find((card) => card.kind === 'leaks_blocked')?.count).toBe(PLANTED.length);
    const rows = await world.app.system((tx) =>
      tx.query<{ company_id: string | null; named: string }>(
        `select e.company_id, c.name_latin as named from audit_event e
         join companies c on c.id = (e.after->'companies'->>0)::uuid
         where e.event = 'shipping.foreign_identity_found'`,
      ),
    );
    expect(rows).toEqual([{ company_id: null, named: RIVAL }]);
  });

  it('is cleared by a clean label later: the same parcel passes once the leak is gone', async () => {
    const id = parcelIds[0] ?? '';
    await plantInBrand(world.app, id, { nameArabic: 'دار نور' });
    expect((await label(id)).body).toMatchObject({ state: 'labelled', scan: { verdict: 'pass' } });
  });
});

describe('a clean twin', () => {
  it.each([
    ['whose recipient is another trader', PLANTED.length],
    ['with a logo', PLANTED.length + 1],
    ['as planned', PLANTED.length + 2],
  ])('passes: %s', async (_name, index) => {
    const id = parcelIds[index] ?? '';
    await packed(world, id);
    expect((await label(id)).body).toMatchObject({ state: 'labelled', scan: { verdict: 'pass' } });
    expect(await filesOf(id)).toHaveLength(2);
  });
});

describe('without seller settings', () => {
  it('nothing passes: a scan against nothing is an error', async () => {
    const {
      parcelIds: [id = ''],
    } = await aPaidOrder(world);
    await packed(world, id);
    await world.app.system((tx) => tx.query('delete from seller_settings'));
    expect((await label(id)).status).toBe(500);
    expect(await filesOf(id)).toEqual([]);
  });
});
