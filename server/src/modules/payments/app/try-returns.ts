import { Injectable } from '@nestjs/common';
import { isNegative, type Money } from '@qafila/shared/kernel/money';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import type { Tx } from '../../../platform/database/unit-of-work';
import { LineRepository } from '../db/line.repository';
import { opposite } from '../domain/ledger-entry';
import { isReturn } from '../domain/matching/returns';
import { ProposeMatches } from './propose-matches';

/** Tries money on its way back again, now that payments of these amounts are booked. */
@Injectable()
export class TryReturns {
  constructor(
    private readonly lines: LineRepository,
    private readonly proposals: ProposeMatches,
    private readonly cipher: FieldCipher,
  ) {}

  async run(tx: Tx, amounts: readonly Money[]): Promise<void> {
    const found = await this.lines.ofAmounts(tx, amounts.map(opposite).filter(isNegative), 'imported');
    if (found.length === 0) return;
    await this.lines.lock(tx, found);
    const opened = await this.lines.opened(tx, found, await this.cipher.sealerFor(null));
    await this.proposals.run(tx, opened.filter(isReturn));
  }
}
