import { randomUUID } from 'node:crypto';
import type { APIRequestContext } from '@playwright/test';
import {
  confirmRecoveryCode,
  confirmTotp,
  draftTotp,
  makeRecoveryCodes,
} from '@qafila/shared/identity/factors.contract';
import { completeRegistration, register } from '@qafila/shared/identity/registration.contract';
import type { Locale } from '@qafila/shared/kernel/locale';
import {
  acceptTerms,
  readApplication,
  saveItem,
  submitApplication,
} from '@qafila/shared/traders/application.contract';
import type { FieldValues } from '@qafila/shared/traders/application-fields';
import { checklistOf, type ItemKind } from '@qafila/shared/traders/checklist';
import { portalOrigin } from './addresses';
import { AuthenticatorApp } from './authenticators';
import { mailedLink } from './mails';
import { call } from './portal-call';

const PASSWORD = 'tamarind kettle orbit violin';

export interface NewApplicant {
  readonly company: string;
  readonly country: string;
  readonly locale: Locale;
}

/** Registers an owner with mail, password, app and recovery codes; the request context is signed in then. */
export async function registerOwner(request: APIRequestContext, given: NewApplicant): Promise<string> {
  const email = `owner-${randomUUID().slice(0, 12)}@applicants.example`;
  await call(request, register, { body: { email, locale: given.locale } });
  const token = (await mailedLink(request, email, '/register')).split('#')[1] ?? '';
  const body = {
    token,
    name: 'Reem Al-Shehri',
    companyName: given.company,
    country: given.country,
    password: PASSWORD,
  };
  await call(request, completeRegistration, { body });
  const { secret } = await call(request, draftTotp);
  const app = new AuthenticatorApp(request, secret);
  await call(request, confirmTotp, { body: { code: await app.code() } });
  const { codes } = await call(request, makeRecoveryCodes);
  await call(request, confirmRecoveryCode, { body: { code: codes[0] ?? '' } });
  return email;
}

/** A day so many days before today, as it is typed. */
export const daysAgo = (days: number): string =>
  new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

/** What a company of a country types. */
export function typedFor(country: string): Readonly<Partial<Record<ItemKind, FieldValues>>> {
  const contact = {
    contactName: 'Reem Al-Shehri',
    phone: country === 'NO' ? '+4755210100' : '+966551234567',
  };
  return country === 'NO'
    ? {
        contact,
        legal_name: { nameLatin: 'Nordlys Handel AS' },
        org_number: { number: '923 456 783', issuedOn: daysAgo(40) },
        vat_number: { number: '923456783MVA' },
        business_address: { addressLine: 'Strandgaten 18', postcode: '5013', city: 'Bergen' },
      }
    : {
        contact,
        legal_name: { nameLatin: 'Rawabi Hospitality Est.', nameArabic: 'مؤسسة روابي للضيافة' },
        unified_number: { number: '7034567898', confirmedOn: daysAgo(200) },
        vat_number: { number: '310765432900003' },
        national_address: {
          shortAddress: 'RNBB2312',
          buildingNumber: '2312',
          street: 'King Fahd Road',
          district: 'Al Olaya',
          city: 'Riyadh',
          postalCode: '12333',
          additionalNumber: '7781',
        },
      };
}

/** A small PDF with one line, written by hand. */
export function aPaper(line: string): Buffer {
  const stream = `BT /F1 24 Tf 72 700 Td (${line}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const start = text.length;
  text += `xref\n0 6\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

async function uploadPaper(request: APIRequestContext, kind: ItemKind): Promise<void> {
  const answer = await request.post(
    `${portalOrigin()}/api/application/items/${kind}/document?name=${kind}.pdf`,
    {
      headers: { 'content-type': 'application/pdf', origin: portalOrigin() },
      data: aPaper(kind),
    },
  );
  if (!answer.ok()) throw new Error(`${kind}: ${answer.status()} ${await answer.text()}`);
}

/** Fills and sends a whole application through the interface. */
export async function sendApplication(request: APIRequestContext, country: string): Promise<void> {
  const version = async (): Promise<number> =>
    (await call(request, readApplication)).application?.version ?? 0;
  for (const [name, values] of Object.entries(typedFor(country))) {
    const kind = name as ItemKind;
    await call(request, saveItem, { params: { kind }, version: await version(), body: { values } });
  }
  for (const item of checklistOf(country)) if (item.file === 'needed') await uploadPaper(request, item.kind);
  await call(request, acceptTerms, { body: { tradeTerms: 1, recipientsAgreement: 1 } });
  await call(request, submitApplication, { version: await version() });
}
