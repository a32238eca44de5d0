import { Injectable } from '@nestjs/common';
import type { ReplyOf } from '@qafila/shared/access/endpoint';
import type { reviewMatches } from '@qafila/shared/payments/desk.contract';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { DeskRepository } from '../db/desk.repository';
import { reviewedMatchOf } from '../db/line.mapper';
import { MatchRepository } from '../db/match.repository';
import { totalOf } from '../domain/review';
import { type Asked, sealReview } from './seal-review';

/** The list about to be confirmed, as it would be booked now, with its seal. Changes nothing. */
@Injectable()
export class ReviewMatches {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly matches: MatchRepository,
    private readonly desk: DeskRepository,
    private readonly cipher: FieldCipher,
  ) {}

  run(actor: Actor, asked: readonly Asked[]): Promise<ReplyOf<typeof reviewMatches>> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const sealer = await this.cipher.sealerFor(null);
      const found = await this.matches.read(
        tx,
        asked.map((each) => each.matchId),
      );
      const { plan, hash } = sealReview(asked, found);
      const lines = await this.desk.lines(
        tx,
        plan.map(({ line }) => line.id),
      );
      const lineOf = new Map(lines.map((line) => [line.id, line]));
      const by = { sealer, personId: actor.personId };
      return {
        hash,
        total: totalOf(plan),
        rows: plan.flatMap((match) => {
          const line = lineOf.get(match.line.id);
          return line ? [reviewedMatchOf(match, line, by)] : [];
        }),
      };
    });
  }
}
