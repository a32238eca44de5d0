import { Injectable } from '@nestjs/common';
import { oneRow, type Tx } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import type { BriefKey } from '../domain/brief';
import type { Proof } from '../domain/proof';

export interface Todo {
  readonly id: string;
  readonly position: number;
  readonly text: string;
  readonly doneAt: Date | null;
  readonly notes: readonly number[];
  readonly fromVersion: number;
}
interface TodoRow {
  id: string;
  position: number;
  body: string;
  done_at: Date | null;
  notes: number[];
  from_version: number;
}

/** The one list a designer works through: what the gatekeeper made of the notes. It belongs to the brief. */
@Injectable()
export class ProofTodoRepository {
  async of(tx: Tx, brief: BriefKey): Promise<Todo[]> {
    const rows = await tx.query<TodoRow>(
      `select t.id, t.position, t.body, t.done_at, p.version as from_version,
         array(select distinct n.number from proof_notes n where n.company_id = t.company_id and n.todo_id = t.id
           and n.number is not null order by n.number) as notes
       from proof_todos t join proofs p on p.company_id = t.company_id and p.id = t.proof_id
       where t.company_id = $1 and t.brief_id = $2 order by t.position`,
      [brief.companyId, brief.id],
    );
    return rows.map((row) => ({
      id: row.id,
      position: row.position,
      text: row.body,
      doneAt: row.done_at,
      notes: row.notes,
      fromVersion: row.from_version,
    }));
  }

  async countOpen(tx: Tx, brief: BriefKey): Promise<number> {
    const [row] = await tx.query<{ count: number }>(
      `select count(*)::int as count from proof_todos where company_id = $1 and brief_id = $2 and done_at is null`,
      [brief.companyId, brief.id],
    );
    return row?.count ?? 0;
  }

  async add(
    tx: Tx,
    proof: Proof,
    todo: { readonly id: string; readonly text: string; readonly by: string; readonly at: Date },
  ): Promise<void> {
    await tx.query(
      `insert into proof_todos (company_id, id, brief_id, proof_id, position, body, made_by, made_at)
       select $1, $2, $3, $4, 1 + coalesce(max(position), 0), $5, $6, $7 from proof_todos
       where company_id = $1 and brief_id = $3`,
      [proof.companyId, todo.id, proof.briefId, proof.id, todo.text, todo.by, todo.at],
    );
  }

  /** Ticks or opens to-dos of a brief with one statement. Throws `NOT_FOUND` when one is not of it. */
  async tick(
    tx: Tx,
    brief: BriefKey,
    given: {
      readonly todoIds: readonly string[];
      readonly isDone: boolean;
      readonly by: string;
      readonly at: Date;
    },
  ): Promise<void> {
    const rows = await tx.query(
      `update proof_todos set done_at = case when $4 then coalesce(done_at, $6) end,
         done_by = case when $4 then coalesce(done_by, $5::uuid) end
       where company_id = $1 and brief_id = $2 and id = any($3) returning id`,
      [brief.companyId, brief.id, given.todoIds, given.isDone, given.by, given.at],
    );
    if (rows.length !== new Set(given.todoIds).size) throw new Problem('NOT_FOUND');
  }

  /** Throws `NOT_FOUND` for another brief's, and `WRONG_STATE` for one that is ticked. */
  async refuseDone(tx: Tx, brief: BriefKey, todoId: string): Promise<void> {
    const rows = await tx.query<{ done_at: Date | null }>(
      'select done_at from proof_todos where company_id = $1 and brief_id = $2 and id = $3',
      [brief.companyId, brief.id, todoId],
    );
    if (oneRow(rows).done_at !== null) throw new Problem('WRONG_STATE');
  }

  async remove(tx: Tx, brief: BriefKey, todoId: string): Promise<void> {
    await tx.query('delete from proof_todos where company_id = $1 and brief_id = $2 and id = $3', [
      brief.companyId,
      brief.id,
      todoId,
    ]);
  }
}
