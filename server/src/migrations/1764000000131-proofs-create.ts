import type { MigrationInterface, QueryRunner } from 'typeorm';
import { walls } from '../platform/database/walls';

/** Versions of a proof with notes in millimetres of the trim box, the to-dos folded from them, and who has seen it. */
export class ProofsCreate1764000000131 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table proofs (
        company_id uuid not null,
        id uuid not null,
        brief_id uuid not null,
        version int not null constraint ck_proofs_version check (version > 0),
        revision int not null,
        asset_id uuid not null,
        packaging_version int,
        state text not null constraint ck_proofs_state
          check (state in ('draft', 'internal_review', 'sent', 'viewed', 'approved', 'changes_required', 'rejected',
            'expired', 'superseded')),
        made_by uuid not null constraint fk_proofs_made references people (id),
        made_at timestamptz not null,
        sent_back_for text,
        sent_by uuid constraint fk_proofs_sent references people (id),
        sent_at timestamptz,
        viewed_at timestamptz,
        expires_at timestamptz,
        decided_at timestamptz,
        locked_at timestamptz,
        reminded int not null default 0,
        constraint pk_proofs primary key (company_id, id),
        constraint uq_proofs_version unique (company_id, brief_id, version),
        constraint fk_proofs_brief foreign key (company_id, brief_id) references briefs (company_id, id),
        constraint fk_proofs_asset foreign key (company_id, asset_id) references assets (company_id, id),
        constraint ck_proofs_gate check (sent_by is null or sent_by <> made_by),
        constraint ck_proofs_sent check ((sent_at is null) = (sent_by is null)),
        constraint ck_proofs_sent_state
          check (state in ('draft', 'internal_review', 'superseded') or sent_at is not null)
      );
      create index ix_proofs_id on proofs (id);
      create index ix_proofs_asset on proofs (company_id, asset_id);
      create index ix_proofs_waiting on proofs (sent_at, id) where state in ('sent', 'viewed');
      create unique index uq_proofs_in_work on proofs (company_id, brief_id)
        where state in ('draft', 'internal_review');

      create table proof_todos (
        company_id uuid not null,
        id uuid not null,
        brief_id uuid not null,
        proof_id uuid not null,
        position int not null,
        body text not null,
        made_by uuid not null constraint fk_proof_todos_made references people (id),
        made_at timestamptz not null,
        done_by uuid constraint fk_proof_todos_done references people (id),
        done_at timestamptz,
        constraint pk_proof_todos primary key (company_id, id),
        constraint uq_proof_todos_position unique (company_id, brief_id, position),
        constraint fk_proof_todos_brief foreign key (company_id, brief_id) references briefs (company_id, id),
        constraint fk_proof_todos_proof foreign key (company_id, proof_id) references proofs (company_id, id),
        constraint ck_proof_todos_done check ((done_by is null) = (done_at is null))
      );

      create table proof_notes (
        company_id uuid not null,
        id uuid not null,
        brief_id uuid not null,
        proof_id uuid not null,
        -- A reply names the note it answers and has no place of its own.
        parent_id uuid,
        -- The first of a note's linked copies; they share one status.
        root_id uuid not null,
        carried_from uuid,
        from_version int not null,
        number int,
        page int,
        shape text constraint ck_proof_notes_shape check (shape in ('pin', 'rectangle', 'arrow', 'text')),
        geometry jsonb,
        body text not null,
        visibility text not null constraint ck_proof_notes_visibility check (visibility in ('shared', 'internal')),
        status text not null constraint ck_proof_notes_status check (status in ('open', 'todo', 'done', 'declined')),
        decline_reason text,
        todo_id uuid,
        side text not null constraint ck_proof_notes_side check (side in ('store', 'trader')),
        author_id uuid not null constraint fk_proof_notes_author references people (id),
        written_at timestamptz not null,
        constraint pk_proof_notes primary key (company_id, id),
        constraint fk_proof_notes_proof foreign key (company_id, proof_id) references proofs (company_id, id),
        constraint fk_proof_notes_brief foreign key (company_id, brief_id) references briefs (company_id, id),
        constraint fk_proof_notes_parent foreign key (company_id, parent_id) references proof_notes (company_id, id),
        constraint fk_proof_notes_carried foreign key (company_id, carried_from)
          references proof_notes (company_id, id),
        constraint fk_proof_notes_todo foreign key (company_id, todo_id) references proof_todos (company_id, id),
        constraint ck_proof_notes_place check ((parent_id is null) =
          (number is not null and page is not null and shape is not null and geometry is not null)),
        constraint ck_proof_notes_internal check (visibility = 'shared' or side = 'store'),
        constraint ck_proof_notes_declined check ((status = 'declined') = (decline_reason is not null)),
        constraint ck_proof_notes_folded check (status not in ('todo', 'done') or todo_id is not null)
      );
      create index ix_proof_notes_proof on proof_notes (company_id, proof_id, written_at, id);
      create index ix_proof_notes_root on proof_notes (company_id, root_id);
      create index ix_proof_notes_todo on proof_notes (company_id, todo_id) where todo_id is not null;
      create unique index uq_proof_notes_number on proof_notes (company_id, proof_id, visibility, number)
        where parent_id is null;
      create unique index uq_proof_notes_carried on proof_notes (company_id, proof_id, root_id)
        where parent_id is null;

      create table proof_marks (
        company_id uuid not null,
        proof_id uuid not null,
        person_id uuid not null constraint fk_proof_marks_person references people (id),
        viewed_at timestamptz,
        commented_at timestamptz,
        decided_at timestamptz,
        constraint pk_proof_marks primary key (company_id, proof_id, person_id),
        constraint fk_proof_marks_proof foreign key (company_id, proof_id) references proofs (company_id, id)
      );
    `);
    for (const table of ['proofs', 'proof_todos', 'proof_notes', 'proof_marks'])
      await runner.query(walls(table));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table proof_marks, proof_notes, proof_todos, proofs');
  }
}
