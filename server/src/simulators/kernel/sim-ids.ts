import { createHash } from 'node:crypto';

/** Ids that look like chance and are the same for the same seed and order of calls. */
export class SimIds {
  private made = 0;

  constructor(private readonly seed: string) {}

  /** Letters and digits, `length` of them. */
  text(length: number): string {
    return BigInt(`0x${this.next()}`).toString(36).slice(0, length).padEnd(length, '0');
  }

  /** A UUID of version 4 by its shape. */
  uuid(): string {
    const hex = this.next();
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  }

  /** Sixteen digits, odd and above 2^53: an id that a double cannot hold. */
  bigOdd(): string {
    const beyond = BigInt(`0x${this.next().slice(0, 12)}`) % 400_000_000_000_000n;
    return String(9_100_000_000_000_001n + beyond * 2n);
  }

  private next(): string {
    this.made += 1;
    return createHash('sha256').update(`${this.seed}:${this.made}`).digest('hex');
  }
}
