import { Injectable } from '@nestjs/common';
import type { ReplyOf } from '@qafila/shared/access/endpoint';
import { compare } from '@qafila/shared/kernel/money';
import type { LinePart, splitLine } from '@qafila/shared/payments/desk.contract';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { oneRow, type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { fieldsInvalid, Problem } from '../../../platform/problems/problem';
import { DeskRepository } from '../db/desk.repository';
import { LineRepository } from '../db/line.repository';
import { MatchRepository, type StoredMatch } from '../db/match.repository';
import { type LinePartFacts, type PartMatch, type PartRefusal, refusalOf, says } from '../domain/line-parts';
import { FindParts } from './find-parts';
import { FollowMatches } from './follow-matches';
import { MakeMatches } from './make-matches';
import { ShowLines } from './show-lines';
import { WithdrawAll } from './withdraw-all';
import { WriteOff } from './write-off';

interface Asked {
  readonly id: string;
  readonly version: number;
  readonly parts: readonly LinePart[];
  readonly reason: string;
}

/** Says by hand what a line is for. What was proposed stays where a part says the same; everything else is withdrawn. */
@Injectable()
export class SplitLine {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lines: LineRepository,
    private readonly matches: MatchRepository,
    private readonly find: FindParts,
    private readonly make: MakeMatches,
    private readonly writeOff: WriteOff,
    private readonly withdraw: WithdrawAll,
    private readonly follow: FollowMatches,
    private readonly desk: DeskRepository,
    private readonly show: ShowLines,
    private readonly audit: Audit,
  ) {}

  run(actor: Actor, asked: Asked): Promise<ReplyOf<typeof splitLine>> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      await this.lines.lock(tx, [asked.id]);
      const line = oneRow(await this.desk.lines(tx, [asked.id]));
      if (line.state !== 'imported' && line.state !== 'proposed') throw new Problem('WRONG_STATE');
      if (line.version !== asked.version) throw new Problem('STALE_RECORD');
      const parts = await this.find.run(tx, line.amount, asked.parts);
      const all = (await this.matches.ofLines(tx, [asked.id])).filter(({ kind }) => kind !== 'undo');
      const held = all.filter(({ state }) => state !== 'proposed').map(partOf);
      const refusal = refusalOf({ amount: line.amount, held }, parts);
      if (refusal) throw refused(refusal);
      const proposed = all.filter(({ state }) => state === 'proposed');
      await this.replace(tx, proposed, { lineId: asked.id, parts, reason: asked.reason });
      await this.follow.run(tx, [asked.id]);
      await this.record(tx, asked, parts);
      return oneRow(await this.show.run(tx, await this.desk.lines(tx, [asked.id]), actor.personId));
    });
  }

  private async replace(
    tx: Tx,
    proposed: readonly StoredMatch[],
    by: { readonly lineId: string; readonly parts: readonly LinePartFacts[]; readonly reason: string },
  ): Promise<void> {
    const kept = proposed.filter((match) => by.parts.some((part) => says(partOf(match), part.match)));
    await this.withdraw.run(
      tx,
      proposed.filter((match) => !kept.includes(match)),
    );
    for (const match of kept) {
      const part = by.parts.find((each) => says(partOf(match), each.match));
      if (part && compare(part.match.writtenOff, match.writtenOff) !== 0)
        await this.writeOff.run(tx, { ...match, writtenOff: part.match.writtenOff }, by.reason);
    }
    const fresh = by.parts.filter((part) => !kept.some((match) => says(partOf(match), part.match)));
    await this.make.run(tx, { ...by, matches: fresh.map(({ match }) => match) });
  }

  private record(tx: Tx, asked: Asked, parts: readonly LinePartFacts[]): Promise<void> {
    return this.audit.recordAll(
      tx,
      parts.map(({ match }) => ({
        event: 'payments.match_made',
        companyId: match.companyId,
        subject: match.orderId
          ? { kind: 'order', id: match.orderId }
          : { kind: 'company', id: match.companyId },
        after: { lineId: asked.id, kind: match.kind, amount: match.amount, writtenOff: match.writtenOff },
        words: asked.reason,
      })),
    );
  }
}

const partOf = (match: StoredMatch): PartMatch => ({
  ...match,
  orderId: match.order?.id ?? null,
  reference: match.order?.reference ?? null,
});

function refused(refusal: PartRefusal): Problem {
  switch (refusal.code) {
    case 'invalid':
      return fieldsInvalid([{ path: `parts.${refusal.part}.target`, code: 'invalid', params: {} }]);
    case 'LINE_HAS_NO_ROOM':
      return new Problem(refusal.code, { left: refusal.left });
    case 'WRITE_OFF_DOES_NOT_FIT':
      return new Problem(refusal.code, { missing: refusal.missing });
  }
}
