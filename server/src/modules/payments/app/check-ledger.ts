import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Log } from '../../../platform/log/log';
import { LedgerCheckRepository, type LedgerFinding } from '../db/ledger-check.repository';

/** Holds the ledger, the lines and the orders against the sentences that are always true. */
@Injectable()
export class CheckLedger {
  constructor(
    private readonly checks: LedgerCheckRepository,
    private readonly audit: Audit,
    private readonly log: Log,
    private readonly clock: Clock,
  ) {}

  /** Keeps that it was checked, and what was found: an audit row for each sentence, and the staff home counts them. */
  async run(tx: Tx): Promise<readonly LedgerFinding[]> {
    const findings = await this.checks.findings(tx);
    await this.checks.keep(tx, findings, this.clock.now());
    if (findings.length === 0) return findings;
    for (const { sentence, ids } of findings)
      this.log.error('ledger sentence is not true', { sentence, ids });
    await this.audit.recordAll(
      tx,
      findings.map(({ sentence, ids }) => ({
        event: 'payments.ledger_broken',
        companyId: null,
        after: { sentence, ids },
      })),
    );
    return findings;
  }
}
