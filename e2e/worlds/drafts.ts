import type { APIRequestContext } from '@playwright/test';
import { listBrandProfiles } from '@qafila/shared/branding/branding.contract';
import type { OrderView, RecipientInput } from '@qafila/shared/ordering/order-views';
import {
  createDraft,
  editDraft,
  getOrder,
  putLines,
  putRecipients,
  submitOrder,
} from '@qafila/shared/ordering/ordering.contract';
import { goodOf } from './goods';
import { call } from './portal-call';

export interface WantedLine {
  readonly sku: string;
  readonly pieces: number;
}
export interface WantedRecipient extends Omit<RecipientInput, 'items'> {
  readonly items: readonly WantedLine[];
}
export interface WantedDraft {
  readonly name: string;
  readonly lines: readonly WantedLine[];
  /** Parcels to these; without them the order goes to the company's own address. */
  readonly recipients?: readonly WantedRecipient[];
}

async function itemsOf(request: APIRequestContext, lines: readonly WantedLine[]) {
  const items: { variantId: string; quantity: number }[] = [];
  for (const { sku, pieces } of lines) {
    const { variant } = await goodOf(request, sku);
    items.push({ variantId: variant.id, quantity: pieces });
  }
  return items;
}

/** A draft of the signed-in trader, filled as its screens would fill it. */
export async function beginDraft(request: APIRequestContext, wanted: WantedDraft): Promise<OrderView> {
  const draft = await call(request, createDraft, { body: { name: wanted.name } });
  const { id } = draft;
  let { version } = draft;
  if (wanted.lines.length > 0) {
    const lines = await itemsOf(request, wanted.lines);
    ({ version } = await call(request, putLines, { params: { id }, version, body: { lines } }));
  }
  const [brand] = (await call(request, listBrandProfiles)).rows;
  const [address] = draft.addresses;
  const body = {
    shipTo: wanted.recipients ? ('customers' as const) : ('warehouse' as const),
    ...(brand ? { brandProfileId: brand.id } : {}),
    ...(address ? { addressId: address.id } : {}),
  };
  ({ version } = await call(request, editDraft, { params: { id }, version, body }));
  if (wanted.recipients) {
    const recipients: RecipientInput[] = [];
    for (const { items, ...rest } of wanted.recipients) {
      recipients.push({ ...rest, items: await itemsOf(request, items) });
    }
    await call(request, putRecipients, { params: { id }, version, body: { recipients } });
  }
  return call(request, getOrder, { params: { id } });
}

/** The same, placed to be paid by bank transfer. */
export async function placeOrder(request: APIRequestContext, wanted: WantedDraft): Promise<OrderView> {
  const { id, version, totals } = await beginDraft(request, wanted);
  const body = { expectedTotal: totals.total, method: 'bank_transfer' as const };
  return call(request, submitOrder, { params: { id }, version, body });
}

/** Two recipients in Riyadh and Jeddah who get the same pieces. */
export const twoRecipients = (items: readonly WantedLine[]): WantedRecipient[] => [
  {
    name: 'Reem Al-Subaie',
    phone: '0551234567',
    address: { form: 'short', shortAddress: 'RNBB2312', city: 'Riyadh' },
    items,
  },
  {
    name: 'Huda Al-Amri',
    phone: '0509876543',
    address: {
      form: 'parts',
      buildingNumber: '3141',
      street: 'Prince Turki Street',
      district: 'Al Corniche',
      city: 'Al Khobar',
      postalCode: '34412',
      additionalNumber: '6612',
    },
    items,
  },
];

/**
 * An order of Dar Nour placed before the one a journey is about. The demo bank pays the oldest order that has no
 * money 12.50 short: this one takes it, so that the journey's own is paid exactly.
 */
export const placeOlderOrder = (request: APIRequestContext): Promise<OrderView> =>
  placeOrder(request, { name: 'Before it', lines: [{ sku: 'ARG-030', pieces: 132 }] });
