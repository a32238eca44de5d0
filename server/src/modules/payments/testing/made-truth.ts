import { OUR_IBAN, PAYER_IBAN } from './camt-file';

/** One movement as the generator means it; every file made of it has to be read as this. */
export interface TrueLine {
  readonly bookedOn: string;
  readonly valueOn: string;
  /** Halalas; positive: money that came in. */
  readonly units: bigint;
  readonly isReversal: boolean;
  readonly payerName: string;
  readonly payerIban: string;
  readonly text: string;
  readonly bankReference: string;
}
export interface Truth {
  readonly number: string;
  readonly account: string;
  readonly opening: bigint;
  readonly lines: readonly TrueLine[];
}
export type Script = 'latin' | 'accented' | 'arabic';

const WORDS: Readonly<Record<Script, readonly string[]>> = {
  latin: ['payment', 'invoice', 'order', 'November', 'tagine', 'lamps', 'Fes', 'second', 'delivery'],
  accented: ['règlement', 'commande', 'été', 'numéro', 'payé', 'Fès', 'première', 'reçu', 'façade'],
  arabic: ['سداد', 'طلب', 'دفعة', 'نوفمبر', 'فوانيس', 'حوالة', 'شحنة', 'فاس', 'تاجين'],
};
const NAMES: Readonly<Record<Script, string>> = {
  latin: 'DAR NOUR TRADING',
  accented: 'SOCIÉTÉ ANDRÉ',
  arabic: 'شركة دار النور',
};

/** Numbers below `limit`, always the same for the same seed. */
export function dice(seed: number): (limit: number) => number {
  let state = (seed * 2_654_435_761 + 1) % 4_294_967_296;
  return (limit) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((state / 4_294_967_296) * limit);
  };
}

/** A statement of `count` movements over November 2026; the last one is valued before the year ends, and booked after. */
export function truthOf(seed: number, count: number, script: Script = 'latin'): Truth {
  const roll = dice(seed);
  const words = WORDS[script];
  const lines = Array.from({ length: count }, (_, i): TrueLine => {
    const day = `2026-11-${String(1 + Math.floor((i * 29) / count)).padStart(2, '0')}`;
    const isLast = i === count - 1;
    const isReversal = roll(9) === 0;
    const size = BigInt(1 + roll(90_000_000));
    return {
      bookedOn: isLast ? '2027-01-02' : day,
      valueOn: isLast ? '2026-12-31' : day,
      units: roll(4) === 0 ? -size : size,
      isReversal,
      payerName: NAMES[script],
      payerIban: PAYER_IBAN,
      text: Array.from({ length: 2 + roll(12) }, () => words[roll(words.length)] ?? '').join(' '),
      bankReference: `B${seed}X${i}`,
    };
  });
  return {
    number: `${100 + seed}`,
    account: OUR_IBAN,
    opening: BigInt(roll(50_000_000)) - 20_000_000n,
    lines,
  };
}

export const closingOf = ({ opening, lines }: Truth): bigint =>
  lines.reduce((sum, { units }) => sum + units, opening);

/** A size in halalas as a decimal without sign. */
export function decimal(units: bigint, point: '.' | ',' = '.'): string {
  const digits = String(units < 0n ? -units : units).padStart(3, '0');
  return `${digits.slice(0, -2)}${point}${digits.slice(-2)}`;
}
