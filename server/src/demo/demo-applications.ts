import { addDays } from '@qafila/shared/traders/application.rules';
import type { FieldValues } from '@qafila/shared/traders/application-fields';
import type { ItemKind } from '@qafila/shared/traders/checklist';
import {
  type Certificate,
  norwegianCertificate,
  saudiRegistration,
  saudiVatCertificate,
} from './draw-certificate';

type Filled = Readonly<Partial<Record<ItemKind, FieldValues>>>;
export interface DemoApplication {
  readonly by: string;
  readonly name: string;
  readonly country: string;
  readonly values: Filled;
  readonly papers: Readonly<Partial<Record<ItemKind, Certificate>>>;
  /** Hours before today it was opened and sent; absent for one that is still written. */
  readonly sentHoursAgo?: number;
  readonly review?: {
    readonly hoursAgo: number;
    readonly accept: readonly ItemKind[];
    readonly ask?: readonly ItemKind[];
    readonly reject?: string;
  };
  /** What was changed before it was sent again. */
  readonly again?: { readonly hoursAgo: number; readonly values: Filled };
}

const RAWABI = 'مؤسسة روابي للضيافة';

/** Four who want an account: one came back with changes, one is new, one was rejected, one still writes. */
export const demoApplications = (today: string): readonly DemoApplication[] => [
  rawabi(addDays(today, -249)),
  nordlys(addDays(today, -48)),
  waha(addDays(today, -314)),
  TUWAIQ,
];

const rawabiPapers = (confirmedOn: string): DemoApplication['papers'] => ({
  unified_number: saudiRegistration({
    number: '7034567889',
    name: RAWABI,
    city: 'الرياض',
    confirmedOn,
  }),
  vat_number: saudiVatCertificate({ number: '310765432900003', name: RAWABI }),
});

const rawabi = (confirmedOn: string): DemoApplication => ({
  by: 'reem@rawabi.example',
  name: 'Rawabi Hospitality Est.',
  country: 'SA',
  sentHoursAgo: 67,
  values: {
    contact: { contactName: 'Reem Al-Shehri', jobTitle: 'Owner', phone: '+966551234567' },
    legal_name: { nameLatin: 'Rawabi Hospitality Est.', nameArabic: RAWABI },
    unified_number: { number: '7034567898', confirmedOn },
    vat_number: { number: '310765432100003' },
    national_address: {
      shortAddress: 'RNBB2312',
      buildingNumber: '2312',
      street: 'King Fahd Road',
      district: 'Al Olaya',
      city: 'Riyadh',
      postalCode: '12333',
      additionalNumber: '7781',
    },
  },
  papers: rawabiPapers(confirmedOn),
  review: {
    hoursAgo: 44,
    accept: ['contact', 'legal_name', 'national_address'],
    ask: ['unified_number', 'vat_number'],
  },
  again: {
    hoursAgo: 19,
    values: {
      unified_number: { number: '7034567889', confirmedOn },
      vat_number: { number: '310765432900003' },
    },
  },
});

const nordlys = (issuedOn: string): DemoApplication => ({
  by: 'astrid@nordlys.example',
  name: 'Nordlys Handel AS',
  country: 'NO',
  sentHoursAgo: 3,
  values: {
    contact: { contactName: 'Astrid Nygård', jobTitle: 'Daglig leder', phone: '+4755210100' },
    legal_name: { nameLatin: 'Nordlys Handel AS' },
    org_number: { number: '923456783', issuedOn },
    vat_number: { number: '923456783MVA' },
    business_address: { addressLine: 'Strandgaten 18', postcode: '5013', city: 'Bergen' },
  },
  papers: {
    org_number: norwegianCertificate({
      number: '923 456 783',
      name: 'Nordlys Handel AS',
      city: '5013 Bergen',
      issuedOn,
    }),
  },
});

const waha = (confirmedOn: string): DemoApplication => ({
  by: 'majed@wahagifts.example',
  name: 'Al Waha Gifts',
  country: 'SA',
  sentHoursAgo: 120,
  values: {
    contact: { contactName: 'Majed Al-Zahrani', phone: '+966505551212' },
    legal_name: { nameLatin: 'Al Waha Gifts', nameArabic: 'الواحة للهدايا' },
    unified_number: { number: '7045678901', confirmedOn },
    vat_number: { number: '311222333400003' },
    national_address: {
      buildingNumber: '4410',
      street: 'Tahlia Street',
      district: 'Al Andalus',
      city: 'Jeddah',
      postalCode: '23326',
      additionalNumber: '6120',
    },
  },
  papers: {
    unified_number: saudiRegistration({
      number: '7045678901',
      name: 'الواحة للهدايا',
      city: 'جدة',
      confirmedOn,
    }),
    vat_number: saudiVatCertificate({ number: '311222333400003', name: 'الواحة للهدايا' }),
  },
  review: {
    hoursAgo: 98,
    accept: ['contact', 'legal_name', 'national_address'],
    reject: 'تعذّر تأكيد السجل التجاري لدى الجهة المصدرة له. يمكنك التقديم مجددًا بعد تصحيحه.',
  },
});

const TUWAIQ: DemoApplication = {
  by: 'lama@tuwaiqboutique.example',
  name: 'Tuwaiq Boutique',
  country: 'SA',
  values: {
    contact: { contactName: 'Lama Al-Otaibi', phone: '+966539876543' },
    legal_name: { nameLatin: 'Tuwaiq Boutique', nameArabic: 'بوتيك طويق' },
  },
  papers: {},
};
