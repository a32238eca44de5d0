import type { AnswerOf, Endpoint } from '@qafila/shared/access/endpoint';
import {
  acceptTerms,
  applyAgain,
  readApplication,
  saveItem,
  submitApplication,
  uploadDocument,
} from '@qafila/shared/traders/application.contract';
import { riyadhDay } from '@qafila/shared/traders/application.rules';
import type { FieldValues } from '@qafila/shared/traders/application-fields';
import type { ApplicationReply } from '@qafila/shared/traders/application-views';
import { checklistOf, type ItemKind } from '@qafila/shared/traders/checklist';
import type { TestAnswer, TestApp } from '../../../../test/support/test-app';
import type { TestPerson } from '../../../../test/support/test-people';
import { drawCertificate, norwegianCertificate, saudiRegistration } from '../../../demo/draw-certificate';
import { CompanyOpening } from '../../identity/identity.api';

export interface Applicant extends TestPerson {
  readonly companyId: string;
}

/** The reply of a call that must be let in. */
export function good<E extends Endpoint>(answer: TestAnswer<E>): AnswerOf<E> {
  if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** An owner whose company was opened as a registration opens it, second factor enrolled. */
export async function anApplicant(
  app: TestApp,
  given: { readonly country?: string; readonly name?: string } = {},
): Promise<Applicant> {
  const person = await app.aTrader();
  const companyId = await app.system(async (tx) => {
    const id = await app.get(CompanyOpening).open(tx, {
      name: given.name ?? 'Rawabi Hospitality Est.',
      country: given.country ?? 'SA',
      ownerId: person.personId,
    });
    await tx.query(`update memberships set state = 'active' where company_id = $1`, [id]);
    await tx.query('update sessions set company_id = $2 where id = $1', [person.actor.sessionId, id]);
    return id;
  });
  return { ...person, actor: { ...person.actor, companyId, companyState: 'pending' }, companyId };
}

export const VALUES: Readonly<Partial<Record<ItemKind, FieldValues>>> = {
  contact: { contactName: 'Reem Al-Shehri', jobTitle: 'Owner', phone: '+966551234567' },
  unified_number: { number: '7012345678' },
  org_number: { number: '923456783' },
  vat_number: { number: '310456789100003' },
  national_address: {
    shortAddress: 'RNBB2312',
    buildingNumber: '2312',
    street: 'King Fahd Road',
    district: 'Al Olaya',
    city: 'Riyadh',
    postalCode: '12333',
    additionalNumber: '7781',
  },
  business_address: { addressLine: 'Bryggen 11', postcode: '5003', city: 'Bergen' },
};

/** Good values of an item, dated a month before today. */
export function valuesFor(app: TestApp, country: string, kind: ItemKind): FieldValues {
  const day = riyadhDay(new Date(app.clock.now().getTime() - 30 * 86_400_000));
  if (kind === 'legal_name')
    return country === 'SA'
      ? { nameLatin: 'Rawabi Hospitality Est.', nameArabic: 'مؤسسة روابي للضيافة' }
      : { nameLatin: 'Nordlys Handel AS' };
  if (kind === 'vat_number' && country === 'NO') return { number: '923456783MVA' };
  const dated = checklistOf(country).find((item) => item.kind === kind)?.dated;
  return { ...VALUES[kind], ...(dated ? { [dated]: day } : {}) };
}

let papers: Promise<Buffer> | undefined;
/** One drawn document for every test of a file: drawing takes longer than reading. */
export const aCertificate = (): Promise<Buffer> => {
  papers ??= drawCertificate(
    saudiRegistration({
      number: '7012345678',
      name: 'مؤسسة روابي للضيافة',
      city: 'الرياض',
      confirmedOn: '2026-10-23',
    }),
    new Date('2026-10-23T08:00:00Z'),
  );
  return papers;
};
export const aNorwegianCertificate = (): Promise<Buffer> =>
  drawCertificate(
    norwegianCertificate({
      number: '923456783',
      name: 'Nordlys Handel AS',
      city: 'Bergen',
      issuedOn: '2026-10-23',
    }),
    new Date('2026-10-23T08:00:00Z'),
  );

export const read = async (app: TestApp, as: TestPerson): Promise<ApplicationReply> =>
  good(await app.call(readApplication, { as }));

export const versionOf = async (app: TestApp, as: TestPerson): Promise<number> =>
  (await read(app, as)).application?.version ?? 0;

/** Saves one item. */
export async function save(
  app: TestApp,
  as: TestPerson,
  given: { readonly kind: ItemKind; readonly values: FieldValues },
): Promise<ApplicationReply> {
  const version = await versionOf(app, as);
  const { kind, values } = given;
  return good(await app.call(saveItem, { as, params: { kind }, version, body: { values } }));
}

export async function upload(
  app: TestApp,
  as: TestPerson,
  given: { readonly kind: ItemKind; readonly name?: string },
): Promise<ApplicationReply> {
  return good(
    await app.call(uploadDocument, {
      as,
      params: { kind: given.kind },
      query: { name: given.name ?? `${given.kind}.pdf` },
      file: { bytes: await aCertificate(), type: 'application/pdf' },
    }),
  );
}

/** Fills every item of the list that is open and accepts the terms. */
export async function fill(app: TestApp, as: TestPerson): Promise<void> {
  const { application, country } = await read(app, as);
  for (const item of application?.items ?? []) {
    const spec = checklistOf(country).find((each) => each.kind === item.kind);
    if (!spec || item.isLocked) continue;
    if (spec.fields.length > 0)
      await save(app, as, { kind: item.kind, values: valuesFor(app, country, item.kind) });
    if (spec.file === 'needed') await upload(app, as, { kind: item.kind });
  }
  const terms = application?.items.find((item) => item.kind === 'trade_terms');
  if (!terms || terms.isLocked) return;
  good(await app.call(acceptTerms, { as, body: { tradeTerms: 1, recipientsAgreement: 1 } }));
}

export const submit = async (app: TestApp, as: TestPerson): Promise<ApplicationReply> =>
  good(await app.call(submitApplication, { as, version: await versionOf(app, as) }));

/** A sent application of a new company. */
export async function aSubmitted(
  app: TestApp,
  given: { readonly country?: string; readonly name?: string } = {},
): Promise<Applicant & { readonly id: string }> {
  const owner = await anApplicant(app, given);
  await fill(app, owner);
  const { application } = await submit(app, owner);
  return { ...owner, id: application?.id ?? '' };
}

export const again = async (app: TestApp, as: TestPerson): Promise<ApplicationReply> =>
  good(await app.call(applyAgain, { as }));
