import type { Money } from '@qafila/shared/kernel/money';

/** How an order is paid by bank, and what the ledger holds for it. */
export interface TransferFacts {
  readonly ourRef: string;
  readonly iban: string;
  /** What the payer writes into his transfer. */
  readonly reference: string;
  readonly deadline: Date;
  readonly amount: Money;
  readonly received: Money;
  readonly refunded: Money;
  /** Expired or cancelled. */
  readonly isClosed: boolean;
}

/** Where the bank's gateway reads: the instruction and the ledger, by the attempt's id. */
export interface TransferBook {
  find(ourRef: string): Promise<TransferFacts | null>;
}
