import { Injectable } from '@nestjs/common';
import { promisedAt, type Turn, type TurnSide, workDueAt } from '@qafila/shared/branding/brief-clock.rules';
import { Clock } from '../../../platform/clock/clock';
import type { Tx } from '../../../platform/database/unit-of-work';
import { BriefTurnRepository } from '../db/brief-turn.repository';
import type { Brief } from '../domain/brief';

/** What the clock says once the turn has passed; written with the step of the brief. */
export interface Times {
  readonly dueAt: Date | null;
  readonly promisedAt: Date | null;
}

/** Hands a brief from one side to the other and reads the clock again. */
@Injectable()
export class PassTurn {
  constructor(
    private readonly turns: BriefTurnRepository,
    private readonly clock: Clock,
  ) {}

  /** `newLeg`: the store owes something new, as after changes were asked for. `null`: nobody's turn any more. */
  async to(
    tx: Tx,
    brief: Brief,
    next: { readonly side: TurnSide | null; readonly newLeg?: true },
  ): Promise<Times> {
    const now = this.clock.now();
    const before = await this.turns.of(tx, brief);
    await this.turns.close(tx, brief, now);
    if (next.side === null) return { dueAt: null, promisedAt: brief.promisedAt };
    const leg = Math.max(0, (before.at(-1)?.leg ?? 0) + (next.newLeg ? 1 : 0));
    await this.turns.open(tx, brief, { side: next.side, leg, at: now });
    const closed = before.map((turn): Turn => ({ ...turn, until: turn.until ?? now }));
    const all: Turn[] = [...closed, { side: next.side, leg, from: now, until: null }];
    return { dueAt: workDueAt(all), promisedAt: promisedAt(all, now) };
  }
}
