import { Injectable } from '@nestjs/common';
import { type Money, zero } from '@qafila/shared/kernel/money';
import { statementLineLifecycle } from '@qafila/shared/payments/payments.lifecycle';
import { findReferences } from '@qafila/shared/payments/payments.rules';
import type { Tx } from '../../../platform/database/unit-of-work';
import { InstructionRepository } from '../db/instruction.repository';
import { MatchRepository } from '../db/match.repository';
import { StatementRepository } from '../db/statement.repository';
import { proposalFor } from '../domain/matching';

/** A line as the import has just stored it, its sealed parts still open. */
export interface ImportedLine {
  readonly id: string;
  /** ISO dates of booking and of value. */
  readonly bookedOn: string;
  readonly valueOn: string;
  /** Positive: money that came in. */
  readonly amount: Money;
  readonly payerName: string;
  readonly payerIban: string | null;
  readonly payerIbanHash: string | null;
  /** Everything the payer wrote, wrapped lines joined. */
  readonly text: string;
  readonly bankReference: string | null;
  readonly endToEnd: string | null;
  /** The bank took back an earlier movement. */
  readonly isReversal: boolean;
  /** The statement proved its balance; a match of any other line needs a second person. */
  readonly isProven: boolean;
}

/** Proposes an order for each new line that names exactly one. Returns how many. */
@Injectable()
export class ProposeMatches {
  constructor(
    private readonly statements: StatementRepository,
    private readonly instructions: InstructionRepository,
    private readonly matches: MatchRepository,
  ) {}

  async run(tx: Tx, lines: readonly ImportedLine[]): Promise<number> {
    const references = lines.flatMap(({ text }) => findReferences(text));
    if (references.length === 0) return 0;
    const payable = await this.instructions.byReferences(tx, references);
    const orders = new Map(payable.map((order) => [order.reference, order]));
    const payers = await this.matches.payers(
      tx,
      lines.flatMap(({ payerIbanHash }) => payerIbanHash ?? []),
    );
    const proposals = lines.flatMap(({ id, amount, text, payerIbanHash }) => {
      const knownPayers = payers.get(payerIbanHash ?? '') ?? new Set<string>();
      return proposalFor({ id, amount, text, knownPayers }, orders) ?? [];
    });
    await this.matches.propose(tx, proposals);
    await this.statements.advance(
      tx,
      proposals.map(({ lineId, amount }) => ({
        lineId,
        version: 1,
        from: statementLineLifecycle.initial,
        to: statementLineLifecycle.steps.propose.to,
        matched: zero(amount.currency),
      })),
    );
    return proposals.length;
  }
}
