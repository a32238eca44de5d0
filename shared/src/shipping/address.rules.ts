import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { z } from 'zod';
import { asciiDigits, withoutInvisible } from '../kernel/digits';

const clean = (text: string): string => asciiDigits(withoutInvisible(text)).trim();
const text = (maximum: number) => z.string().trim().min(1, 'required').max(maximum, 'too_long');
const digits = (count: number, code: string) =>
  z
    .string()
    .transform((value) => clean(value).replace(/\s/g, ''))
    .pipe(z.string().regex(new RegExp(`^\\d{${count}}$`), code));

/** A Saudi mobile number in E.164; `055…`, `+966…` and Arabic-Indic digits are accepted. `undefined` when it is none. */
export function saudiMobile(typed: string): string | undefined {
  const phone = parsePhoneNumberFromString(clean(typed), 'SA');
  return phone?.isValid() && phone.country === 'SA' && /^\+9665\d{8}$/.test(phone.number)
    ? phone.number
    : undefined;
}

export const saudiMobileSchema = z
  .string()
  .min(1, 'required')
  .transform((typed, context) => {
    const phone = saudiMobile(typed);
    if (!phone) {
      context.addIssue({ code: 'custom', message: 'phone' });
      return z.NEVER;
    }
    return phone;
  });

const shortAddress = z
  .string()
  .transform((typed) => clean(typed).toUpperCase().replace(/[\s-]/g, ''))
  .pipe(z.string().regex(/^[A-Z]{4}\d{4}$/, 'short_address'));

/** Saudi national address: the short form alone, or the parts. */
export const nationalAddressSchema = z.discriminatedUnion('form', [
  z.strictObject({ form: z.literal('short'), shortAddress, city: text(60) }),
  z.strictObject({
    form: z.literal('parts'),
    buildingNumber: digits(4, 'building_number'),
    street: text(100),
    district: text(60),
    city: text(60),
    postalCode: digits(5, 'postal_code'),
    additionalNumber: digits(4, 'additional_number'),
    unit: z.string().trim().max(20, 'too_long').optional(),
  }),
]);
export type NationalAddress = z.output<typeof nationalAddressSchema>;

/** The lines of an address as printed, without the country. */
export function addressLines(address: NationalAddress): string[] {
  if (address.form === 'short') return [address.shortAddress, address.city];
  const unit = address.unit ? `, ${address.unit}` : '';
  return [
    `${address.buildingNumber} ${address.street}${unit}`,
    address.district,
    `${address.city} ${address.postalCode}-${address.additionalNumber}`,
  ];
}
