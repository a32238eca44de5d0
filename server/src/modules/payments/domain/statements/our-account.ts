/** Shorter numbers could end another bank's account as well. */
const LOCAL_DIGITS = 8;

/** True when a file means our account by its local number, as many banks do: the end of our IBAN. */
export function isLocalNumber(account: string, iban: string): boolean {
  const digits = (account.split('/').at(-1) ?? '').replace(/^0+/, '');
  return /^\d+$/.test(digits) && digits.length >= LOCAL_DIGITS && iban.endsWith(digits);
}
