import { Injectable } from '@nestjs/common';
import { decide } from '@qafila/shared/kernel/lifecycle';
import { matchLifecycle } from '@qafila/shared/payments/payments.lifecycle';
import { Clock } from '../../../platform/clock/clock';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { MatchRepository, type StoredMatch } from '../db/match.repository';
import type { PlannedMatch } from '../domain/review';

/** Two people decided already, on the match that takes back. */
const NO_FACTS = { needsTwoPeople: false, isFirstPerson: false };

/** Moves booked matches that others take back: undone by people, or returned by the bank. */
@Injectable()
export class TakeBack {
  constructor(
    private readonly matches: MatchRepository,
    private readonly clock: Clock,
  ) {}

  /** Returns the lines of what was taken back. Throws `REVIEW_CHANGED` for a match that was taken back before. */
  async run(tx: Tx, confirmed: readonly PlannedMatch<StoredMatch>[]): Promise<string[]> {
    const reversing = confirmed.filter(({ reversesId }) => reversesId !== null);
    if (reversing.length === 0) return [];
    const reversed = await this.matches.read(
      tx,
      reversing.flatMap(({ reversesId }) => reversesId ?? []),
    );
    const steps = reversing.map(({ reversesId, kind }) => {
      const match = reversed.find(({ id }) => id === reversesId);
      const step = kind === 'undo' ? 'undo' : 'return';
      const verdict = match && decide(matchLifecycle, { state: match.state, step }, NO_FACTS);
      if (!match || !verdict?.ok) throw new Problem('REVIEW_CHANGED');
      return { ...match, from: match.state, to: verdict.to };
    });
    const by = { personId: tx.scope.personId, at: this.clock.now() };
    const written = await this.matches.advance(tx, steps, by);
    if (written !== steps.length) throw new Problem('REVIEW_CHANGED');
    return reversed.map(({ line }) => line.id);
  }
}
