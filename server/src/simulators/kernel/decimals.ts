const TWO = ['SAR', 'AED', 'USD', 'EUR', 'QAR', 'NOK', 'GBP'];
const THREE = ['KWD', 'BHD', 'OMR', 'JOD'];

/** An amount in whole minor units as the simulators count it; null for text that is no amount of the currency. */
export function minorOf(text: string, currency: string): number | null {
  const decimals = THREE.includes(currency) ? 3 : TWO.includes(currency) ? 2 : null;
  const match = /^(\d{1,12})(?:\.(\d+))?$/.exec(text);
  if (decimals === null || !match) return null;
  const fraction = match[2] ?? '';
  if (fraction.length > decimals) return null;
  return Number(`${match[1]}${fraction.padEnd(decimals, '0')}`);
}

/** The other way round, with all decimals. */
export function textOf(minor: number, currency: string): string {
  const decimals = THREE.includes(currency) ? 3 : 2;
  const digits = String(minor).padStart(decimals + 1, '0');
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** An amount as a page shows it. */
export const shown = (minor: number, currency: string): string =>
  `${currency} ${textOf(minor, currency).replace(/\B(?=(\d{3})+\.)/g, ',')}`;
