import { Injectable } from '@nestjs/common';
import { matchLifecycle } from '@qafila/shared/payments/payments.lifecycle';
import { Clock } from '../../../platform/clock/clock';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { MatchRepository, type StoredMatch } from '../db/match.repository';

/** Withdraws matches that are not booked. Their line is locked by the caller, who moves it too. */
@Injectable()
export class WithdrawAll {
  constructor(
    private readonly matches: MatchRepository,
    private readonly clock: Clock,
  ) {}

  async run(tx: Tx, freed: readonly StoredMatch[]): Promise<void> {
    if (freed.length === 0) return;
    const { to } = matchLifecycle.steps.withdraw;
    const by = { personId: tx.scope.personId, at: this.clock.now() };
    const steps = freed.map((match) => ({ ...match, from: match.state, to }));
    const written = await this.matches.advance(tx, steps, by);
    if (written !== steps.length) throw new Problem('STALE_RECORD');
  }
}
