import { shownReference } from '@qafila/shared/payments/reference.rules';
import type { Chance } from './chance';

const ARABIC = '٠١٢٣٤٥٦٧٨٩';
const PERSIAN = '۰۱۲۳۴۵۶۷۸۹';
const inDigits = (text: string, digits: string): string =>
  text.replace(/\d/g, (digit) => digits.charAt(Number(digit)));
const confused = (reference: string): string =>
  reference.slice(0, 2) +
  reference.slice(2).replaceAll('0', 'O').replaceAll('1', 'l').replaceAll('5', 's').replaceAll('V', 'u');

/** However people and banks write a reference. */
const WAYS: readonly ((reference: string) => string)[] = [
  (reference) => reference,
  (reference) => `payment of order ${shownReference(reference)} thank you`,
  (reference) => reference.toLowerCase(),
  (reference) => [...reference].join('-'),
  (reference) => `سداد طلب ${inDigits(shownReference(reference), ARABIC)}`,
  (reference) => inDigits(reference, PERSIAN),
  (reference) => `\u2067${inDigits(reference, ARABIC)}\u2069 شكرا`,
  (reference) => `/INV/2026 ${reference.slice(0, 5)}\r\n${reference.slice(5)} PO88`,
  (reference) => `REF:${confused(reference)}.`,
];

/** A reference in one of those ways. */
export const written = (chance: Chance, reference: string): string => chance.of(WAYS)(reference);
