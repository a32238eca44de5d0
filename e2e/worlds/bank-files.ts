import { randomUUID } from 'node:crypto';

/** CSV files of a bank that no other journey has: nobody has named its columns, and nobody has its lines. */
export interface MadeBank {
  /** In the text of each line. */
  readonly word: string;
  /** Two lines; the balance of each follows from the one before. */
  readonly first: string;
  /** One line more, of the same columns. */
  readonly next: string;
}

export function aBank(): MadeBank {
  const word = randomUUID().slice(0, 8);
  const header = `Booking date;Movement;Amount;Balance ${word}`;
  const file = (...rows: string[]): string => ['Statement of account;;;', header, ...rows].join('\n');
  return {
    word,
    first: file(`21/11/2026;Fee ${word};-25,00;975,00`, `22/11/2026;"Goods; ${word}";1.000,50;1.975,50`),
    next: file(`23/11/2026;Later ${word};1,00;1.976,50`),
  };
}
