/** Neutral goods use a range of their own: the seller's prefix would name the store on a blind parcel. */
export const NEUTRAL_GTIN_PREFIX = '628900';

/** Check digit of GS1 for the twelve digits of a GTIN-13 (weights 1 and 3 from the left). */
export function gtinCheckDigit(twelveDigits: string): number {
  const sum = [...twelveDigits].reduce(
    (total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3),
    0,
  );
  return (10 - (sum % 10)) % 10;
}

/** GTIN-13 of a neutral good from its item (0 to 9999) and the position of the variant (0 to 99). */
export function neutralGtin(item: number, position: number): string {
  const digits = `${NEUTRAL_GTIN_PREFIX}${String(item).padStart(4, '0')}${String(position).padStart(2, '0')}`;
  return `${digits}${gtinCheckDigit(digits)}`;
}
