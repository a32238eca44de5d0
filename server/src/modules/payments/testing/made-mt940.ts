import { closingOf, decimal, type TrueLine, type Truth } from './made-truth';

/** How a bank fills `:86:`. */
export const MT940_STYLES = ['free', 'numbered', 'slashed', 'sepa'] as const;
export type Mt940Style = (typeof MT940_STYLES)[number];
export const ENVELOPES = ['none', 'swift', 'header'] as const;

export interface Mt940Writing {
  readonly style: Mt940Style;
  readonly envelope: (typeof ENVELOPES)[number];
  readonly pages?: number;
  readonly sequenceTag?: '28' | '28C';
}

const LINE_WIDTH = 65;
const PART_WIDTH = 27;

const sixDigits = (date: string): string => date.slice(2).replaceAll('-', '');
const cut = (text: string, width: number): string[] =>
  Array.from({ length: Math.ceil(text.length / width) }, (_, i) => text.slice(i * width, (i + 1) * width));

function information(line: TrueLine, style: Mt940Style): string {
  if (style === 'free') return line.text;
  if (style === 'sepa')
    return `EREF+NOTPROVIDED SVWZ+${line.text} ABWA+${line.payerName} IBAN+${line.payerIban}`;
  if (style === 'slashed')
    return `/IBAN/${line.payerIban}/NAME/${line.payerName}/REMI/${line.text}/EREF/NOTPROVIDED`;
  const parts = cut(line.text, PART_WIDTH).map((part, i) => `?${20 + i}${part}`);
  const names = cut(line.payerName, PART_WIDTH).map((part, i) => `?${32 + i}${part}`);
  return `166?00CREDIT?100399${parts.join('')}?30NJDBSARI?31${line.payerIban}${names.join('')}`;
}

/** A reversed credit is `RC` and leaves the account; a reversed debit comes back. */
function mark({ units, isReversal }: TrueLine): string {
  if (isReversal) return units < 0n ? 'RC' : 'RD';
  return units < 0n ? 'D' : 'C';
}

const field = (line: TrueLine, style: Mt940Style): string =>
  `:61:${sixDigits(line.valueOn)}${sixDigits(line.bookedOn).slice(2)}${mark(line)}R${decimal(line.units, ',').replace(/,00$/, ',')}NTRFNONREF//${line.bankReference}
:86:${cut(information(line, style), LINE_WIDTH).join('\n')}`;

const balance = (tag: string, units: bigint, date: string): string =>
  `:${tag}:${units < 0n ? 'D' : 'C'}${sixDigits(date)}SAR${decimal(units, ',')}`;

/** An MT940 file that says the truth, in one page or several. */
export function mt940Of(truth: Truth, writing: Mt940Writing): string {
  const { pages = 1, style } = writing;
  const perPage = Math.ceil(truth.lines.length / pages);
  let running = truth.opening;
  const messages = Array.from({ length: pages }, (_, i) => {
    const lines = truth.lines.slice(i * perPage, (i + 1) * perPage);
    const opening = running;
    running = closingOf({ ...truth, opening, lines });
    return [
      `:20:STARTUMS${i}`,
      `:25:${truth.account}`,
      `:${writing.sequenceTag ?? '28C'}:${truth.number}/${i + 1}`,
      balance(i === 0 ? '60F' : '60M', opening, '2026-11-01'),
      ...lines.map((line) => field(line, style)),
      balance(i === pages - 1 ? '62F' : '62M', running, '2027-01-02'),
      `:64:${running < 0n ? 'D' : 'C'}270102SAR${decimal(running, ',')}`,
    ].join('\n');
  });
  const around = {
    none: (message: string): string => `${message}\n-`,
    swift: (message: string): string =>
      `{1:F01NJDBSARIAXXX0000000000}{2:I940NJDBSARIXXXXN}{3:{108:MT940}}{4:\n${message}\n-}{5:{CHK:0123456789AB}}`,
    header: (message: string): string => `NJDBSARI\n940 00\nNJDBSARIAXXX\n${message}\n-`,
  }[writing.envelope];
  return `${messages.map(around).join('\n')}\n`;
}
