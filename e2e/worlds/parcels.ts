import type { APIRequestContext } from '@playwright/test';
import { expect } from '@playwright/test';
import {
  getParcel,
  handOverParcel,
  labelParcel,
  listParcels,
  type ParcelView,
  packParcel,
  parcelDocument,
  scanPiece,
  startPicking,
} from '@qafila/shared/shipping/shipping.contract';
import { call, tryCall } from './portal-call';

/** The parcels of an order that are to pack; the worker plans them after the payment. */
export async function parcelsOf(warehouse: APIRequestContext, orderCode: string, count: number) {
  const read = async () => {
    const { rows } = await call(warehouse, listParcels, { query: { state: 'todo', limit: 100 } });
    return rows.filter((row) => row.orderCode === orderCode);
  };
  await expect.poll(async () => (await read()).length, { timeout: 45_000 }).toBe(count);
  return read();
}

/** Packs a parcel up to a state through the interface, as the station would. */
export async function packUntil(
  warehouse: APIRequestContext,
  id: string,
  until: 'picking' | 'packed' | 'labelled' | 'handed_over',
): Promise<ParcelView> {
  const params = { id };
  let parcel = await call(warehouse, startPicking, { params });
  if (until === 'picking') return parcel;
  for (const item of parcel.items) {
    for (let piece = item.packed; piece < item.quantity; piece += 1) {
      parcel = await call(warehouse, scanPiece, { params, body: { code: item.gtin } });
    }
  }
  const weightGrams = parcel.weight.expected;
  parcel = await call(warehouse, packParcel, { params, body: { weightGrams } });
  if (until === 'packed') return parcel;
  parcel = await call(warehouse, labelParcel, { params });
  if (until === 'labelled') return parcel;
  const trackingNumber = `TRK${parcel.parcelCode.replace(/\W/g, '')}`;
  return call(warehouse, handOverParcel, { params, body: { carrier: 'aramex', trackingNumber } });
}

/** The packing slip of a labelled parcel, as the station prints it. */
export async function slipOf(warehouse: APIRequestContext, id: string): Promise<Buffer> {
  const answer = await tryCall(warehouse, parcelDocument, { params: { id, kind: 'slip' } });
  expect(answer.headers()['content-type']).toContain('application/pdf');
  return answer.body();
}

/** The parcel as it stands. */
export const parcelNow = (warehouse: APIRequestContext, id: string) =>
  call(warehouse, getParcel, { params: { id } });
