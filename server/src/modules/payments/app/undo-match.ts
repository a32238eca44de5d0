import { Injectable } from '@nestjs/common';
import type { ReplyOf } from '@qafila/shared/access/endpoint';
import { decide } from '@qafila/shared/kernel/lifecycle';
import type { undoMatch } from '@qafila/shared/payments/desk.contract';
import { matchLifecycle } from '@qafila/shared/payments/payments.lifecycle';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import { oneRow, UnitOfWork } from '../../../platform/database/unit-of-work';
import { newId } from '../../../platform/ids/new-id';
import { Problem } from '../../../platform/problems/problem';
import { DeskRepository } from '../db/desk.repository';
import { matchPlace } from '../db/line.mapper';
import { MatchRepository, type NewMatch, type StoredMatch } from '../db/match.repository';
import { ShowLines } from './show-lines';

/** Asks that a booked match be taken back: a match of its own, which two people confirm like any other. */
@Injectable()
export class UndoMatch {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly matches: MatchRepository,
    private readonly desk: DeskRepository,
    private readonly show: ShowLines,
    private readonly cipher: FieldCipher,
    private readonly audit: Audit,
  ) {}

  run(
    actor: Actor,
    asked: { readonly id: string; readonly version: number; readonly reason: string },
  ): Promise<ReplyOf<typeof undoMatch>> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const match = oneRow(await this.matches.readLocked(tx, [asked.id]));
      const facts = { needsTwoPeople: false, isFirstPerson: false };
      const verdict = decide(matchLifecycle, { state: match.state, step: 'undo' }, facts);
      const mayUndo = match.kind === 'order' || match.kind === 'credit';
      if (!mayUndo || !verdict.ok) throw new Problem('WRONG_STATE');
      if (match.version !== asked.version) throw new Problem('STALE_RECORD');
      if (await this.matches.isBeingReversed(tx, match)) throw new Problem('WRONG_STATE');
      await this.matches.add(tx, [await this.undoOf(match, asked.reason)]);
      await this.audit.record(tx, {
        event: 'payments.undo_asked',
        companyId: match.companyId,
        subject: match.order
          ? { kind: 'order', id: match.order.id }
          : { kind: 'company', id: match.companyId },
        after: { matchId: match.id, amount: match.amount },
        words: asked.reason,
      });
      return oneRow(await this.show.run(tx, await this.desk.lines(tx, [match.line.id]), actor.personId));
    });
  }

  private async undoOf(match: StoredMatch, reason: string): Promise<NewMatch> {
    const sealer = await this.cipher.sealerFor(null);
    const id = newId();
    return {
      id,
      lineId: match.line.id,
      kind: 'undo',
      class: null,
      companyId: match.companyId,
      orderId: match.order?.id ?? null,
      reference: match.order?.reference ?? null,
      amount: match.amount,
      writtenOff: match.writtenOff,
      reversesId: match.id,
      reasons: [],
      wordsSealed: sealer.seal(matchPlace(id), reason),
    };
  }
}
