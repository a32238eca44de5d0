import { Injectable } from '@nestjs/common';
import { decide } from '@qafila/shared/kernel/lifecycle';
import { statementLineLifecycle } from '@qafila/shared/payments/payments.lifecycle';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { LineRepository, type LineStep, type LineWithSums } from '../db/line.repository';
import { lineStep } from '../domain/line-step';

/** Moves lines after their matches: what of them is booked, and the state that follows from it. */
@Injectable()
export class FollowMatches {
  constructor(private readonly lines: LineRepository) {}

  /** The lines are locked by the caller, or new. Throws `STALE_RECORD` when one of them moved by itself. */
  async run(tx: Tx, lineIds: readonly string[]): Promise<void> {
    if (lineIds.length === 0) return;
    const found = await this.lines.withSums(tx, [...new Set(lineIds)]);
    const steps = found.flatMap(stepOf);
    const written = await this.lines.advance(tx, steps);
    if (written !== steps.length) throw new Problem('STALE_RECORD');
  }
}

function stepOf(line: LineWithSums): LineStep[] {
  const step = lineStep(line);
  if (step === null) return [];
  const verdict = decide(statementLineLifecycle, { state: line.state, step }, undefined);
  if (!verdict.ok) throw new Problem('WRONG_STATE');
  return [{ lineId: line.id, version: line.version, from: line.state, to: verdict.to, booked: line.booked }];
}
