import { Injectable } from '@nestjs/common';
import type { TurnSide } from '@qafila/shared/branding/brief-clock.rules';
import type { NoteShape, NoteStatus, NoteVisibility } from '@qafila/shared/branding/proof-notes.rules';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import type { NewNote, Note, Proof } from '../domain/proof';

interface NoteRow {
  id: string;
  proof_id: string;
  parent_id: string | null;
  root_id: string;
  from_version: number;
  number: number | null;
  page: number | null;
  geometry: NoteShape | null;
  body: string;
  visibility: NoteVisibility;
  status: NoteStatus;
  decline_reason: string | null;
  todo_id: string | null;
  side: TurnSide;
  author_id: string;
  author: string;
  written_at: Date;
}
/** Where a carried note stands on the new version. */
export interface CarriedPlace {
  readonly id: string;
  readonly from: string;
  readonly page: number;
  readonly shape: NoteShape;
}

const COLUMNS = `n.id, n.proof_id, n.parent_id, n.root_id, n.from_version, n.number, n.page, n.geometry, n.body,
  n.visibility, n.status, n.decline_reason, n.todo_id, n.side, n.author_id, a.name as author, n.written_at`;

/** Notes on versions of a proof, and the replies to them. */
@Injectable()
export class ProofNoteRepository {
  /** Notes and replies of one version, oldest first, with one statement. */
  async of(tx: Tx, proof: Proof, visibilities: readonly NoteVisibility[]): Promise<Note[]> {
    const rows = await tx.query<NoteRow>(
      `select ${COLUMNS} from proof_notes n join people a on a.id = n.author_id
       where n.company_id = $1 and n.proof_id = $2 and n.visibility = any($3) order by n.written_at, n.id`,
      [proof.companyId, proof.id, visibilities],
    );
    return rows.map(toNote);
  }

  async count(tx: Tx, proof: Proof): Promise<number> {
    const [row] = await tx.query<{ count: number }>(
      'select count(*)::int as count from proof_notes where company_id = $1 and proof_id = $2',
      [proof.companyId, proof.id],
    );
    return row?.count ?? 0;
  }

  async add(tx: Tx, proof: Proof, note: NewNote): Promise<void> {
    await tx.query(
      `insert into proof_notes (company_id, id, brief_id, proof_id, root_id, from_version, number, page, shape, geometry,
         body, visibility, status, side, author_id, written_at)
       values ($1, $2, $3, $4, $2, $5, $6, $7, $8, $9, $10, $11, 'open', $12, $13, $14)`,
      [
        proof.companyId,
        note.id,
        proof.briefId,
        proof.id,
        proof.version,
        note.number,
        note.page,
        note.shape.shape,
        JSON.stringify(note.shape),
        note.body,
        note.visibility,
        note.side,
        note.authorId,
        note.writtenAt,
      ],
    );
  }

  async addReply(
    tx: Tx,
    parent: { readonly proof: Proof; readonly note: Note },
    reply: Pick<NewNote, 'id' | 'body' | 'side' | 'authorId' | 'writtenAt'>,
  ): Promise<void> {
    await tx.query(
      `insert into proof_notes (company_id, id, brief_id, proof_id, parent_id, root_id, from_version, body, visibility,
         status, side, author_id, written_at)
       values ($1, $2, $3, $4, $5, $2, $6, $7, $8, 'open', $9, $10, $11)`,
      [
        parent.proof.companyId,
        reply.id,
        parent.proof.briefId,
        parent.proof.id,
        parent.note.id,
        parent.proof.version,
        reply.body,
        parent.note.visibility,
        reply.side,
        reply.authorId,
        reply.writtenAt,
      ],
    );
  }

  async edit(
    tx: Tx,
    proof: Proof,
    note: { readonly id: string; readonly page: number; readonly shape: NoteShape; readonly body: string },
  ): Promise<void> {
    await tx.query(
      `update proof_notes set page = $3, shape = $4, geometry = $5, body = $6 where company_id = $1 and id = $2`,
      [proof.companyId, note.id, note.page, note.shape.shape, JSON.stringify(note.shape), note.body],
    );
  }

  async remove(tx: Tx, proof: Proof, noteId: string): Promise<void> {
    await tx.query('delete from proof_notes where company_id = $1 and id = $2', [proof.companyId, noteId]);
  }

  /**
   * Settles open notes of a version, and their copies on every version that is not locked. Throws `NOTES_NOT_OPEN` when
   * one of them is not.
   */
  async settle(
    tx: Tx,
    proof: Proof,
    given: {
      readonly noteIds: readonly string[];
      readonly to: 'todo' | 'declined';
      readonly todoId: string | null;
      readonly reason: string | null;
    },
  ): Promise<void> {
    const open = await tx.query<{ root_id: string }>(
      `select root_id from proof_notes where company_id = $1 and proof_id = $2 and id = any($3) and parent_id is null
         and status = 'open'`,
      [proof.companyId, proof.id, given.noteIds],
    );
    if (open.length !== new Set(given.noteIds).size) throw new Problem('NOTES_NOT_OPEN');
    await tx.query(
      `update proof_notes n set status = $3, todo_id = $4, decline_reason = $5
       from proofs p
       where n.company_id = $1 and n.root_id = any($2) and n.parent_id is null
         and p.company_id = n.company_id and p.id = n.proof_id and p.locked_at is null`,
      [proof.companyId, open.map((row) => row.root_id), given.to, given.todoId, given.reason],
    );
  }

  /** Notes follow their to-dos, on the versions that are not locked. */
  async followTodos(
    tx: Tx,
    companyId: string,
    given: { readonly todoIds: readonly string[]; readonly to: 'done' | 'todo' },
  ): Promise<void> {
    await tx.query(
      `update proof_notes n set status = $3 from proofs p
       where n.company_id = $1 and n.todo_id = any($2) and p.company_id = n.company_id and p.id = n.proof_id
         and p.locked_at is null`,
      [companyId, given.todoIds, given.to],
    );
  }

  /** Takes notes off a to-do. Throws `PROOF_LOCKED` when one of them stands on a version that is locked. */
  async unfold(tx: Tx, companyId: string, todoId: string): Promise<void> {
    const locked = await tx.query(
      `select 1 from proof_notes n join proofs p on p.company_id = n.company_id and p.id = n.proof_id
       where n.company_id = $1 and n.todo_id = $2 and p.locked_at is not null limit 1`,
      [companyId, todoId],
    );
    if (locked.length > 0) throw new Problem('PROOF_LOCKED');
    await tx.query(
      `update proof_notes set status = 'open', todo_id = null where company_id = $1 and todo_id = $2`,
      [companyId, todoId],
    );
  }

  /** The newest copy of each note of earlier versions that is not settled and not yet on this one. */
  async toCarry(tx: Tx, proof: Proof): Promise<Note[]> {
    const rows = await tx.query<NoteRow>(
      `select ${COLUMNS} from (
         select distinct on (o.root_id) o.* from proof_notes o
         join proofs p on p.company_id = o.company_id and p.id = o.proof_id
         where o.company_id = $1 and o.brief_id = $2 and o.parent_id is null and p.version <= $3
         order by o.root_id, p.version desc) n
       join people a on a.id = n.author_id
       where n.proof_id <> $4 and n.status in ('open', 'todo') order by n.written_at, n.id`,
      [proof.companyId, proof.briefId, proof.version, proof.id],
    );
    return rows.map(toNote);
  }

  /** Linked copies on a version, with one statement. */
  async carry(tx: Tx, proof: Proof, places: readonly CarriedPlace[]): Promise<void> {
    if (places.length === 0) return;
    await tx.query(
      `insert into proof_notes (company_id, id, brief_id, proof_id, root_id, carried_from, from_version, number, page,
         shape, geometry, body, visibility, status, todo_id, side, author_id, written_at)
       select n.company_id, g.id, n.brief_id, $2, n.root_id, n.id, n.from_version, n.number, g.page, g.shape ->> 'shape',
         g.shape, n.body, n.visibility, n.status, n.todo_id, n.side, n.author_id, n.written_at
       from jsonb_to_recordset($3::jsonb) as g (id uuid, "from" uuid, page int, shape jsonb)
       join proof_notes n on n.company_id = $1 and n.id = g."from"`,
      [proof.companyId, proof.id, JSON.stringify(places)],
    );
  }

  /** Moves notes of a version whose file was replaced, with one statement. */
  async place(
    tx: Tx,
    proof: Proof,
    places: readonly { readonly id: string; readonly page: number; readonly shape: NoteShape }[],
  ): Promise<void> {
    if (places.length === 0) return;
    await tx.query(
      `update proof_notes n set page = g.page, shape = g.shape ->> 'shape', geometry = g.shape
       from jsonb_to_recordset($2::jsonb) as g (id uuid, page int, shape jsonb)
       where n.company_id = $1 and n.id = g.id`,
      [proof.companyId, JSON.stringify(places)],
    );
  }
}

const toNote = (row: NoteRow): Note => ({
  id: row.id,
  proofId: row.proof_id,
  parentId: row.parent_id,
  rootId: row.root_id,
  fromVersion: row.from_version,
  number: row.number,
  page: row.page,
  shape: row.geometry,
  body: row.body,
  visibility: row.visibility,
  status: row.status,
  declineReason: row.decline_reason,
  todoId: row.todo_id,
  side: row.side,
  authorId: row.author_id,
  author: row.author,
  writtenAt: row.written_at,
});
