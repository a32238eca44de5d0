import type { CompanyState } from '@qafila/shared/access/roles';
import type { PriceList } from '@qafila/shared/catalogue/catalogue.rules';
import type { ApplicationState } from '@qafila/shared/traders/application.lifecycle';
import type { ItemStanding } from '@qafila/shared/traders/application-blockers';
import type { FieldValues } from '@qafila/shared/traders/application-fields';
import type { Mark, Verdict } from '@qafila/shared/traders/application-views';
import type { FieldName, ItemKind } from '@qafila/shared/traders/checklist';

export interface ApplicationKey {
  readonly companyId: string;
  readonly id: string;
}
export interface Application extends ApplicationKey {
  readonly kind: 'opening' | 'renewal';
  readonly country: string;
  readonly state: ApplicationState;
  readonly version: number;
  readonly attempt: number;
  readonly submissions: number;
  readonly changedAt: Date;
  readonly submittedAt: Date | null;
  readonly dueAt: Date | null;
  readonly claimedBy: string | null;
  readonly claimedUntil: Date | null;
  readonly decidedAt: Date | null;
  readonly reasonCode: string | null;
  readonly reasonText: string | null;
}
export interface ItemFile {
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  readonly pages: number;
  readonly uploadedAt: Date;
}
export interface Item {
  readonly kind: ItemKind;
  readonly values: FieldValues;
  /** What was sent before it was changed. */
  readonly last: FieldValues | null;
  readonly isChanged: boolean;
  readonly isFileChanged: boolean;
  readonly file: ItemFile | null;
  readonly verdict: Verdict;
  readonly reason: { readonly code: string; readonly text: string } | null;
  readonly marks: Readonly<Partial<Record<FieldName, Mark>>>;
  readonly decidedAt: Date | null;
}
export interface Acceptance {
  readonly version: number;
  readonly acceptedAt: Date;
}
export interface Acceptances {
  readonly tradeTerms: Acceptance | null;
  readonly recipientsAgreement: Acceptance | null;
}
export interface Company {
  readonly id: string;
  readonly nameLatin: string;
  readonly nameArabic: string | null;
  readonly country: string;
  readonly currency: string;
  readonly state: CompanyState;
  readonly priceList: PriceList | null;
  readonly accountManager: string | null;
  readonly suspendedReason: string | null;
}

/** Why the sweep suspends a company, and what a renewal lifts again. */
export const SUSPENDED_FOR_DOCUMENTS = 'documents';

/** True where the reviewer wants to see what changed: something was sent before. */
export const keepsLast = (application: Application): boolean =>
  application.submissions > 0 || application.attempt > 1 || application.kind === 'renewal';

/** What the applicant may change: everything of a draft that is not accepted, later only what is asked for. */
export function isLocked(application: Application, item: Pick<Item, 'verdict'>): boolean {
  if (application.state === 'draft') return item.verdict === 'accepted';
  return application.state !== 'changes_requested' || item.verdict !== 'change_asked';
}

export const standingOf = (item: Item): ItemStanding => ({
  kind: item.kind,
  values: item.values,
  hasFile: item.file !== null,
  verdict: item.verdict,
  isChanged: item.isChanged || item.isFileChanged,
});

/** Verdicts of an application as its lifecycle asks for them. */
export const verdictCounts = (items: readonly Item[]): { open: number; asked: number } => ({
  open: items.filter((item) => item.verdict === 'open').length,
  asked: items.filter((item) => item.verdict === 'change_asked').length,
});

export const sameValues = (a: FieldValues, b: FieldValues): boolean => {
  const names = new Set([...Object.keys(a), ...Object.keys(b)] as FieldName[]);
  return [...names].every((name) => (a[name] ?? '') === (b[name] ?? ''));
};

/** The registered number that an application carries, whichever the country calls it. */
export function registrationOf(items: readonly Item[]): string | null {
  const kinds: readonly ItemKind[] = ['unified_number', 'org_number', 'registration', 'trade_licence'];
  return items.find((item) => kinds.includes(item.kind))?.values.number ?? null;
}

const valuesOf = (items: readonly Item[], kind: ItemKind): FieldValues =>
  items.find((item) => item.kind === kind)?.values ?? {};

/** The address of an application as lines, and its town. */
export function addressOf(items: readonly Item[]): { lines: string[]; city: string } | null {
  const national = valuesOf(items, 'national_address');
  if (national.city) {
    const lines = [
      `${national.buildingNumber ?? ''} ${national.street ?? ''}`,
      national.district ?? '',
      `${national.city} ${national.postalCode ?? ''}-${national.additionalNumber ?? ''}`,
    ];
    return { lines: lines.map((line) => line.trim()), city: national.city };
  }
  const business = valuesOf(items, 'business_address');
  if (!business.city) return null;
  const town = [business.postcode, business.city].filter(Boolean).join(' ');
  return { lines: [business.addressLine ?? '', town], city: business.city };
}

/** What an approval writes on the company. */
export function companyFacts(items: readonly Item[]) {
  const names = valuesOf(items, 'legal_name');
  return {
    nameLatin: names.nameLatin ?? null,
    nameArabic: names.nameArabic ?? null,
    registrationNumber: registrationOf(items),
    vatNumber: valuesOf(items, 'vat_number').number ?? null,
  };
}
