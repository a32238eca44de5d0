import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { saudiIban } from '@qafila/shared/payments/iban';
import { demoStatement, getTransferInstruction } from '@qafila/shared/payments/payments.contract';
import { importStatement } from '@qafila/shared/payments/statements.contract';
import { labelParcel } from '@qafila/shared/shipping/shipping.contract';
import { approveAccount, editSeller, proposeAccount, readSeller } from '@qafila/shared/store/seller.contract';
import type { TestPerson } from '../../../../test/support/test-people';
import { seedOrder } from '../../payments/testing/payment-world';
import {
  aPaidOrder,
  aParcelWorld,
  aRecipient,
  type ParcelWorld,
  packed,
  plantInBrand,
} from '../../shipping/testing/parcel-world';

jest.setTimeout(120_000);

const HOUR_MS = 3_600_000;
const SPELLING = 'Kafila Maroc';
let world: ParcelWorld;
let admin: TestPerson;
let finance: TestPerson;
let parcelIds: string[];
beforeAll(async () => {
  world = await aParcelWorld();
  admin = await world.app.aStaff('admin');
  finance = await world.app.aStaff('finance');
  ({ parcelIds } = await aPaidOrder(world, [aRecipient(), aRecipient(), aRecipient()]));
});
afterAll(() => world?.app.close());

async function labelWith(index: number, line: string): Promise<string> {
  const id = parcelIds[index] ?? '';
  await packed(world, id);
  await plantInBrand(world.app, id, { returnLines: [line, 'Riyadh'] });
  const { status, body } = await world.app.call(labelParcel, { as: world.packer, params: { id } });
  return status === 200 ? 'pass' : body.code;
}

/** Another account in force, by two people and 24 hours. Answers the old and the new IBAN. */
async function otherAccount(): Promise<{ old: string; now: string }> {
  const { app } = world;
  const { body: seller } = await app.call(readSeller, { as: admin });
  const account = { ...seller.account, iban: saudiIban('80', '909090909090') };
  const { body } = await app.call(proposeAccount, {
    as: admin,
    body: account,
    freshCode: await app.freshCode(admin),
  });
  await app.call(approveAccount, {
    as: finance,
    params: { id: body.id },
    body: { iban: account.iban },
    freshCode: await app.freshCode(finance),
  });
  return { old: seller.account.iban, now: account.iban };
}

describe('a name added to the seller settings', () => {
  it('is caught on the next slip; before, nobody knew it', async () => {
    const { app } = world;
    expect(await labelWith(0, SPELLING)).toBe('pass');
    const { body: seller } = await app.call(readSeller, { as: admin });
    const saved = await app.call(editSeller, {
      as: admin,
      version: seller.version,
      body: { ...seller.identity, otherNames: [...seller.identity.otherNames, SPELLING] },
      freshCode: await app.freshCode(admin),
    });
    expect(saved.status).toBe(200);
    expect(await labelWith(1, SPELLING)).toBe('LEAK_FOUND');
  });
});

describe('another account of the seller', () => {
  it('is shown to traders after 24 hours and not before; the old one stays the store’s', async () => {
    const { app } = world;
    const statement = (await app.call(demoStatement)).raw;
    const { orderId } = await seedOrder(app, { companyId: world.trader.companyId, total: 575_000 });
    const instruction = () => app.call(getTransferInstruction, { as: world.trader, params: { id: orderId } });
    const { old, now } = await otherAccount();
    await app.clock.advance(23 * HOUR_MS);
    await app.drain();
    expect((await instruction()).body.iban).toBe(old);
    await app.clock.advance(HOUR_MS);
    await app.drain();
    expect((await instruction()).body.iban).toBe(now);
    // Money still arrives on the old account, and a slip must not name it.
    const late = await app.call(importStatement, {
      as: finance,
      file: { bytes: statement, type: 'application/xml' },
    });
    expect(late.status).toBe(200);
    expect(await labelWith(2, old)).toBe('LEAK_FOUND');
  });
});
