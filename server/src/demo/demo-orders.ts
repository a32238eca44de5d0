import type { RecipientInput } from '@qafila/shared/ordering/order-views';

export interface DemoLine {
  readonly sku: string;
  readonly quantity: number;
  /** Dressed by the company's locked spec. */
  readonly isPrivateLabel?: true;
}
export interface DemoRecipient extends Omit<RecipientInput, 'items'> {
  readonly items: readonly { readonly sku: string; readonly quantity: number }[];
}
export interface DemoOrder {
  readonly company: 'dar-nour' | 'atlas-gifts' | 'fjord-fonix';
  /** Mail of whoever orders. */
  readonly by: string;
  readonly name: string;
  readonly daysAgo: number;
  /** How far the story goes. */
  readonly until: 'draft' | 'submitted' | 'shipped';
  /** Parcels the warehouse has not packed yet. */
  readonly leaveUnpacked: number;
  readonly lines: readonly DemoLine[];
  readonly recipients?: readonly DemoRecipient[];
}

/** Told in this order: what is older happened first. */
export const DEMO_ORDERS: readonly DemoOrder[] = [
  {
    company: 'dar-nour',
    by: 'noura@darnour.example',
    name: 'Opening order',
    daysAgo: 24,
    until: 'shipped',
    leaveUnpacked: 0,
    lines: [
      { sku: 'ARG-500', quantity: 36, isPrivateLabel: true },
      { sku: 'BLD-500', quantity: 12, isPrivateLabel: true },
    ],
  },
  {
    company: 'dar-nour',
    by: 'sami@darnour.example',
    name: 'Autumn gifts',
    daysAgo: 6,
    until: 'shipped',
    leaveUnpacked: 1,
    lines: [
      { sku: 'ARG-100', quantity: 36, isPrivateLabel: true },
      { sku: 'RSW-100', quantity: 48 },
    ],
    recipients: [
      {
        name: 'ريم السبيعي',
        phone: '0551234567',
        address: { form: 'short', shortAddress: 'RNBB2312', city: 'الرياض' },
        items: [
          { sku: 'ARG-100', quantity: 12 },
          { sku: 'RSW-100', quantity: 24 },
        ],
      },
      {
        name: 'Maha Al-Dosari',
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
        items: [
          { sku: 'ARG-100', quantity: 24 },
          { sku: 'RSW-100', quantity: 24 },
        ],
      },
    ],
  },
  {
    company: 'dar-nour',
    by: 'noura@darnour.example',
    name: 'Winter restock',
    daysAgo: 1,
    until: 'submitted',
    leaveUnpacked: 0,
    lines: [
      { sku: 'ARG-030', quantity: 72, isPrivateLabel: true },
      { sku: 'BLD-100', quantity: 90 },
    ],
  },
  {
    company: 'dar-nour',
    by: 'sami@darnour.example',
    name: 'Ramadan stock',
    daysAgo: 0,
    until: 'draft',
    leaveUnpacked: 0,
    lines: [
      { sku: 'ARG-030', quantity: 48, isPrivateLabel: true },
      { sku: 'BLD-100', quantity: 36 },
    ],
  },
  {
    company: 'atlas-gifts',
    by: 'yusuf@atlasgifts.example',
    name: 'هدايا الافتتاح',
    daysAgo: 0,
    until: 'draft',
    leaveUnpacked: 0,
    lines: [
      { sku: 'ARG-030', quantity: 60 },
      { sku: 'RSW-100', quantity: 48 },
    ],
  },
  {
    company: 'fjord-fonix',
    by: 'ingrid@fjordfonix.example',
    name: 'Julelager',
    daysAgo: 0,
    until: 'draft',
    leaveUnpacked: 0,
    lines: [
      { sku: 'ARG-100', quantity: 96 },
      { sku: 'BLD-100', quantity: 120 },
    ],
  },
];
