import { demoLogos } from './art/demo-logos';
import type { LogoSpec } from './art/draw-logo';

export interface DemoSpec {
  readonly code: string;
  readonly name: string;
  readonly version: number;
  /** Price of dressing one piece, in 10⁻⁴ SAR. */
  readonly unitPer10k: number;
  /** Fewest pieces of one order that are dressed, and working days until they are. */
  readonly minimumPieces: number;
  readonly leadDays: number;
  readonly products: readonly string[];
}
export interface DemoCompany {
  readonly key: 'dar-nour' | 'atlas-gifts' | 'fjord-fonix';
  readonly nameLatin: string;
  readonly nameArabic: string | null;
  readonly country: string;
  readonly registrationNumber: string;
  readonly vatNumber: string | null;
  readonly address: { readonly label: string; readonly lines: readonly string[] };
  readonly brand: {
    readonly code: string;
    readonly nameLatin: string;
    readonly nameArabic: string | null;
    readonly logo: LogoSpec;
    readonly replyEmail: string;
    readonly returnLines: readonly string[];
    readonly specs: readonly DemoSpec[];
  };
}

/** Three traders: one with orders behind it, one before its first, one abroad. */
export const DEMO_COMPANIES: readonly DemoCompany[] = [
  {
    key: 'dar-nour',
    nameLatin: 'Dar Nour Trading Est',
    nameArabic: 'مؤسسة دار نور التجارية',
    country: 'SA',
    registrationNumber: '7012345678',
    vatNumber: '310456789100003',
    address: {
      label: 'Warehouse Al Sulay',
      lines: ['4521 Istanbul Street', 'Al Sulay', 'Riyadh 14322-7781', 'Saudi Arabia'],
    },
    brand: {
      code: 'N4K-7TRA',
      nameLatin: 'Dar Nour',
      nameArabic: 'دار نور',
      logo: demoLogos.darNour,
      replyEmail: 'care@darnour.example',
      returnLines: ['Dar Nour', '8112 King Abdulaziz Road', 'Riyadh 12431'],
      specs: [
        {
          code: 'J6P-3WNA',
          name: 'Dar Nour label',
          version: 3,
          unitPer10k: 20_000,
          minimumPieces: 24,
          leadDays: 7,
          products: ['argan-oil-cold-pressed', 'beldi-black-soap', 'rose-water-kelaa-mgouna'],
        },
      ],
    },
  },
  {
    key: 'atlas-gifts',
    nameLatin: 'Atlas Gifts Company',
    nameArabic: 'شركة هدايا أطلس',
    country: 'SA',
    registrationNumber: '7023456789',
    vatNumber: '311567891200003',
    address: {
      label: 'Shop Al Rawdah',
      lines: ['3307 Prince Saud Al Faisal Street', 'Al Rawdah', 'Jeddah 23435-6120', 'Saudi Arabia'],
    },
    brand: {
      code: 'G8M-2KQX',
      nameLatin: 'Atlas Gifts',
      nameArabic: 'هدايا أطلس',
      logo: demoLogos.atlasGifts,
      replyEmail: 'hello@atlasgifts.example',
      returnLines: ['Atlas Gifts', '3307 Prince Saud Al Faisal Street', 'Jeddah 23435'],
      specs: [],
    },
  },
  {
    key: 'fjord-fonix',
    nameLatin: 'Fjord & Fønix AS',
    nameArabic: null,
    country: 'NO',
    registrationNumber: '923456781',
    vatNumber: null,
    address: { label: 'Lager Sandviken', lines: ['Sandviksbodene 12', '5035 Bergen', 'Norge'] },
    brand: {
      code: 'F3V-9HTW',
      nameLatin: 'Fjord & Fønix',
      nameArabic: null,
      logo: demoLogos.fjordFonix,
      replyEmail: 'hei@fjordfonix.example',
      returnLines: ['Fjord & Fønix', 'Sandviksbodene 12', '5035 Bergen'],
      specs: [],
    },
  },
];

/** The seller of the demo world; both deny-lists of the leak scan begin here. */
export const DEMO_SELLER = {
  identity: {
    nameLatin: 'Qafila Moroccan Goods Trading Co.',
    nameArabic: 'شركة قافلة للبضائع المغربية',
    otherNames: ['Qafila', 'قافلة'],
    addressLines: ['6218 Al Kharj Road', 'Al Faisaliyyah', 'Riyadh 14317-3095'],
    phones: ['+966114001234', '+966550077001'],
    mails: ['portal@qafila.example', 'trade@qafila.example'],
    domains: ['qafila.example'],
    vatNumber: '310998877600003',
    registrationNumber: '7009988776',
    gs1Prefix: '628100',
    bank: { latin: 'Najd Commercial Bank', arabic: 'بنك نجد التجاري' },
  },
  bban: '80000000608010167519',
  bic: 'NJDBSARI',
} as const;
