import type { Locale } from '@qafila/shared/kernel/locale';
import type { NationalAddress } from '@qafila/shared/shipping/address.rules';
import { localeOfRecipient, type RecipientRecord } from './recipient-record';

/** What a plan is made from: an order that is paid. */
export interface OrderToPlan {
  readonly shipTo: 'warehouse' | 'customers';
  readonly locale: Locale;
  readonly lines: readonly LineToPlan[];
  readonly recipients: readonly RecipientToPlan[];
  readonly destination: {
    readonly nameLatin: string;
    readonly nameArabic: string | null;
    readonly country: string;
    readonly lines: readonly string[];
  } | null;
}
interface LineToPlan {
  readonly lineId: string;
  readonly variantId: string;
  readonly quantity: number;
  readonly pack: 'private_label' | 'neutral';
  readonly specId: string | null;
}
interface RecipientToPlan {
  readonly name: string;
  readonly phone: string;
  readonly email: string | null;
  readonly address: NationalAddress;
  readonly items: readonly { readonly variantId: string; readonly quantity: number }[];
}

/** One parcel to come: to whom, in which language, with what. */
export interface PlannedParcel {
  readonly locale: Locale;
  readonly recipient: RecipientRecord;
  readonly items: readonly LineToPlan[];
}

/** The parcels of an order: one to the trader's own warehouse, or one for each recipient. */
export function planParcels(order: OrderToPlan): PlannedParcel[] {
  return order.shipTo === 'warehouse'
    ? toWarehouse(order)
    : order.recipients.map((to) => parcelTo(order, to));
}

function toWarehouse({ destination, lines, locale }: OrderToPlan): PlannedParcel[] {
  if (!destination) throw new Error('An order to a warehouse has no address');
  const { nameLatin, nameArabic, country } = destination;
  const [name, otherName] = locale === 'ar' && nameArabic ? [nameArabic, nameLatin] : [nameLatin, nameArabic];
  const recipient: RecipientRecord = {
    name,
    otherName,
    phone: '',
    email: null,
    destination: { kind: 'lines', lines: destination.lines, country },
  };
  return [{ locale, recipient, items: lines }];
}

function parcelTo(order: OrderToPlan, to: RecipientToPlan): PlannedParcel {
  const lineOf = new Map(order.lines.map((line) => [line.variantId, line]));
  const items = to.items.map(({ variantId, quantity }) => {
    const line = lineOf.get(variantId);
    if (!line) throw new Error(`Variant ${variantId} of a recipient has no line in its order`);
    return { ...line, quantity };
  });
  const recipient: RecipientRecord = {
    name: to.name,
    otherName: null,
    phone: to.phone,
    email: to.email,
    destination: { kind: 'national', address: to.address },
  };
  return { locale: localeOfRecipient(to.name), recipient, items };
}
