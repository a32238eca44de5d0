import { type RecipientInput, recipientInput } from '@qafila/shared/ordering/order-views';
import type { NationalAddress } from '@qafila/shared/shipping/address.rules';

/** What is typed for a recipient; both forms of address are kept while the person decides. */
export interface RecipientFields {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly form: NationalAddress['form'];
  readonly shortAddress: string;
  readonly buildingNumber: string;
  readonly street: string;
  readonly district: string;
  readonly city: string;
  readonly postalCode: string;
  readonly additionalNumber: string;
  readonly unit: string;
}

export const NO_RECIPIENT: RecipientFields = {
  name: '',
  phone: '',
  email: '',
  form: 'short',
  shortAddress: '',
  buildingNumber: '',
  street: '',
  district: '',
  city: '',
  postalCode: '',
  additionalNumber: '',
  unit: '',
};

/** The fields of a known recipient. */
export function fieldsOf({ name, phone, email, address }: RecipientInput): RecipientFields {
  const typed = { ...NO_RECIPIENT, ...address, name, phone, email: email ?? '' };
  return { ...typed, unit: typed.unit ?? '' };
}

export interface CheckedRecipient {
  readonly recipient: Omit<RecipientInput, 'items' | 'id'> | undefined;
  /** Fault code by field name. */
  readonly faults: Readonly<Partial<Record<keyof RecipientFields, string>>>;
}

/** Checks the fields by the server's own schema; phone and address come back in their normal form. */
export function checkRecipient(fields: RecipientFields): CheckedRecipient {
  const { name, phone, email, form, shortAddress, city, unit, ...parts } = fields;
  const { buildingNumber, street, district, postalCode, additionalNumber } = parts;
  const address =
    form === 'short'
      ? { form, shortAddress, city }
      : {
          form,
          buildingNumber,
          street,
          district,
          city,
          postalCode,
          additionalNumber,
          ...(unit ? { unit } : {}),
        };
  const parsed = recipientInput.safeParse({
    name,
    phone: phone.trim(),
    email: email.trim(),
    address,
    items: [],
  });
  if (parsed.success) {
    const { items: _items, id: _id, email: mail, ...recipient } = parsed.data;
    return { recipient: { ...recipient, ...(mail ? { email: mail } : {}) }, faults: {} };
  }
  const faults: Partial<Record<keyof RecipientFields, string>> = {};
  for (const issue of parsed.error.issues) {
    const field = String(issue.path.at(-1)) as keyof RecipientFields;
    const isEmpty = String(fields[field] ?? '').trim() === '';
    faults[field] ??= isEmpty ? 'required' : issue.message;
  }
  return { recipient: undefined, faults };
}
