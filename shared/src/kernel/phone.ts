import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { z } from 'zod';
import { asciiDigits, withoutInvisible } from './digits';

/** A phone number as E.164, whatever digits it is typed in; without a country code it is one of `country`. */
export const phoneNumber = (country?: CountryCode) =>
  z.string().transform((typed, context) => {
    const text = asciiDigits(withoutInvisible(typed)).replace(/\s/gu, '');
    const parsed = parsePhoneNumberFromString(text, country);
    if (parsed?.isValid()) return parsed.number as string;
    context.addIssue({ code: 'custom', message: 'international_phone' });
    return z.NEVER;
  });
