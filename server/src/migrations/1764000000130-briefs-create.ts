import type { MigrationInterface, QueryRunner } from 'typeorm';
import { walls } from '../platform/database/walls';

/** Briefs with their references, messages, turns and quotes for further rounds. */
export class BriefsCreate1764000000130 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table briefs (
        company_id uuid not null constraint fk_briefs_company references companies (id),
        id uuid not null,
        code text not null constraint uq_briefs_code unique,
        brand_profile_id uuid not null,
        packaging_spec_id uuid,
        product_ids uuid[] not null,
        quantity int constraint ck_briefs_quantity check (quantity > 0),
        state text not null constraint ck_briefs_state
          check (state in ('draft', 'submitted', 'needs_info', 'in_design', 'on_hold', 'approved', 'cancelled')),
        version int not null constraint ck_briefs_version check (version > 0),
        title text not null,
        objectives text not null,
        must_have text[] not null,
        must_not text[] not null,
        languages text[] not null,
        deadline date,
        question text,
        rounds_included int not null constraint ck_briefs_included check (rounds_included >= 0),
        rounds_bought int not null default 0 constraint ck_briefs_bought check (rounds_bought >= 0),
        rounds_used int not null default 0,
        assignee_id uuid constraint fk_briefs_assignee references people (id),
        gatekeeper_id uuid constraint fk_briefs_gatekeeper references people (id),
        due_at timestamptz,
        promised_at timestamptz,
        -- The place in the queue: when it is due, or the end of time while the trader has it.
        queue_at timestamptz not null,
        shared_notes int not null default 0,
        internal_notes int not null default 0,
        created_by uuid not null constraint fk_briefs_created references people (id),
        created_at timestamptz not null,
        changed_at timestamptz not null,
        submitted_at timestamptz,
        constraint pk_briefs primary key (company_id, id),
        constraint fk_briefs_profile foreign key (company_id, brand_profile_id)
          references brand_profiles (company_id, id),
        constraint fk_briefs_packaging foreign key (company_id, packaging_spec_id)
          references packaging_specs (company_id, id),
        constraint ck_briefs_used check (rounds_used between 0 and rounds_included + rounds_bought),
        constraint ck_briefs_people check (assignee_id is null or assignee_id <> gatekeeper_id),
        constraint ck_briefs_sent check (state in ('draft', 'cancelled') or submitted_at is not null)
      );
      create index ix_briefs_changed on briefs (company_id, changed_at desc, id desc);
      create index ix_briefs_id on briefs (id);
      create index ix_briefs_queue on briefs (queue_at, id)
        where state in ('submitted', 'needs_info', 'in_design', 'on_hold');

      create table brief_references (
        company_id uuid not null,
        brief_id uuid not null,
        asset_id uuid not null,
        position int not null,
        constraint pk_brief_references primary key (company_id, brief_id, asset_id),
        constraint fk_brief_references_brief foreign key (company_id, brief_id) references briefs (company_id, id),
        constraint fk_brief_references_asset foreign key (company_id, asset_id) references assets (company_id, id)
      );
      create index ix_brief_references_asset on brief_references (company_id, asset_id);

      create table brief_messages (
        company_id uuid not null,
        id uuid not null,
        brief_id uuid not null,
        side text not null constraint ck_brief_messages_side check (side in ('store', 'trader')),
        visibility text not null constraint ck_brief_messages_visibility check (visibility in ('shared', 'internal')),
        author_id uuid not null constraint fk_brief_messages_author references people (id),
        body text not null,
        written_at timestamptz not null,
        constraint pk_brief_messages primary key (company_id, id),
        constraint fk_brief_messages_brief foreign key (company_id, brief_id) references briefs (company_id, id),
        constraint ck_brief_messages_internal check (visibility = 'shared' or side = 'store')
      );
      create index ix_brief_messages_newest on brief_messages (company_id, brief_id, written_at desc, id desc);

      create table brief_turns (
        company_id uuid not null,
        brief_id uuid not null,
        position int not null,
        side text not null constraint ck_brief_turns_side check (side in ('store', 'trader')),
        leg int not null constraint ck_brief_turns_leg check (leg >= 0),
        from_at timestamptz not null,
        until_at timestamptz,
        constraint pk_brief_turns primary key (company_id, brief_id, position),
        constraint fk_brief_turns_brief foreign key (company_id, brief_id) references briefs (company_id, id),
        constraint ck_brief_turns_time check (until_at >= from_at)
      );
      create unique index uq_brief_turns_open on brief_turns (company_id, brief_id) where until_at is null;

      create table brief_quotes (
        company_id uuid not null,
        id uuid not null,
        brief_id uuid not null,
        round int not null,
        price_minor bigint not null constraint ck_brief_quotes_price check (price_minor >= 0),
        currency char(3) not null,
        lead_days int not null constraint ck_brief_quotes_lead check (lead_days > 0),
        body text not null,
        state text not null constraint ck_brief_quotes_state check (state in ('offered', 'accepted', 'declined')),
        quoted_by uuid not null constraint fk_brief_quotes_quoted references people (id),
        quoted_at timestamptz not null,
        answered_by uuid constraint fk_brief_quotes_answered references people (id),
        answered_at timestamptz,
        constraint pk_brief_quotes primary key (company_id, id),
        constraint fk_brief_quotes_brief foreign key (company_id, brief_id) references briefs (company_id, id),
        constraint ck_brief_quotes_answer check ((state = 'offered') = (answered_at is null))
      );
      create unique index uq_brief_quotes_open on brief_quotes (company_id, brief_id) where state = 'offered';
      create index ix_brief_quotes_newest on brief_quotes (company_id, brief_id, quoted_at desc);
    `);
    for (const table of ['briefs', 'brief_references', 'brief_messages', 'brief_turns', 'brief_quotes'])
      await runner.query(walls(table));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table brief_quotes, brief_turns, brief_messages, brief_references, briefs');
  }
}
