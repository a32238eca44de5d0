import type { MigrationInterface, QueryRunner } from 'typeorm';
import { walls } from '../platform/database/walls';

/** Decisions on proofs, written once and chained, and production specs that nothing but their own steps changes. */
export class DecisionsCreate1764000000140 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // The rows of every company are to be seen by what fills the new columns.
    await runner.query(`select set_config('app.staff', 'on', true)`);
    await runner.query(`
      alter table briefs
        add column approvals_needed int not null default 1
          constraint ck_briefs_approvals check (approvals_needed between 1 and 3);
      alter table proofs
        add column packaging_spec_id uuid;
      update proofs p set packaging_spec_id = b.packaging_spec_id from briefs b
        where b.company_id = p.company_id and b.id = p.brief_id and p.packaging_version is not null;
      alter table proofs
        add constraint ck_proofs_packaging check ((packaging_spec_id is null) = (packaging_version is null)),
        add constraint fk_proofs_packaging foreign key (company_id, packaging_spec_id, packaging_version)
          references packaging_spec_versions (company_id, spec_id, version);

      create table proof_decisions (
        company_id uuid not null,
        id uuid not null,
        brief_id uuid not null,
        proof_id uuid not null,
        position int not null constraint ck_proof_decisions_position check (position > 0),
        decision text not null constraint ck_proof_decisions_decision
          check (decision in ('approved', 'changes_required', 'rejected')),
        person_id uuid not null constraint fk_proof_decisions_person references people (id),
        decided_at timestamptz not null,
        content jsonb not null,
        previous_hash text,
        hash text not null generated always as (content_sha256(content)) stored,
        constraint pk_proof_decisions primary key (company_id, id),
        constraint uq_proof_decisions_position unique (company_id, brief_id, position),
        constraint uq_proof_decisions_hash unique (company_id, brief_id, hash),
        -- One record follows another: the chain of a brief has one beginning and no fork.
        constraint uq_proof_decisions_previous unique nulls not distinct (company_id, brief_id, previous_hash),
        constraint ck_proof_decisions_first check ((position = 1) = (previous_hash is null)),
        constraint ck_proof_decisions_content check (content ->> 'decision' = decision
          and content ->> 'proofId' = proof_id::text and content ->> 'personId' = person_id::text
          and content ->> 'previousHash' is not distinct from previous_hash),
        constraint fk_proof_decisions_brief foreign key (company_id, brief_id) references briefs (company_id, id),
        constraint fk_proof_decisions_proof foreign key (company_id, proof_id) references proofs (company_id, id),
        constraint fk_proof_decisions_previous foreign key (company_id, brief_id, previous_hash)
          references proof_decisions (company_id, brief_id, hash)
      );
      create index ix_proof_decisions_proof on proof_decisions (company_id, proof_id, position);
      create unique index uq_proof_decisions_approval on proof_decisions (company_id, proof_id, person_id)
        where decision = 'approved';
      create trigger tr_proof_decisions_once before update or delete on proof_decisions
        for each row execute function refuse_change();

      alter table production_specs
        add column revision int not null default 1,
        add column brief_id uuid,
        add column proof_id uuid,
        add column content jsonb,
        add column made_by uuid constraint fk_production_specs_made references people (id),
        add column made_at timestamptz not null default now(),
        add column checked_by uuid constraint fk_production_specs_checked references people (id),
        add column checked_at timestamptz,
        add column refused_for text,
        add column retired_at timestamptz;
      update production_specs set made_at = locked_at where locked_at is not null;
      update production_specs set retired_at = made_at where state = 'retired';
      alter table production_specs alter column made_at drop default;
      alter table production_specs
        add constraint uq_production_specs_proof unique (company_id, proof_id),
        add constraint fk_production_specs_brief foreign key (company_id, brief_id) references briefs (company_id, id),
        add constraint fk_production_specs_proof foreign key (company_id, proof_id) references proofs (company_id, id),
        -- A spec of before has no proof behind it; of one that has, everything that was signed stands in the content.
        add constraint ck_production_specs_signed check (num_nulls(brief_id, proof_id, content, made_by) in (0, 4)),
        add constraint ck_production_specs_hash check (content is null or content_hash = content_sha256(content)),
        add constraint ck_production_specs_terms check (content is null or (
          (content #>> '{terms,unitPrice,per10k}')::bigint = unit_per10k
          and content #>> '{terms,unitPrice,currency}' = currency
          and (content #>> '{terms,minimumPieces}')::int = minimum_pieces
          and (content #>> '{terms,leadDays}')::int = lead_days)),
        add constraint ck_production_specs_second check (checked_by <> made_by),
        add constraint ck_production_specs_checked
          check (proof_id is null or state not in ('locked', 'released') or checked_by is not null),
        add constraint ck_production_specs_refused check (refused_for is null or state = 'retired');
      create index ix_production_specs_waiting on production_specs (made_at, id) where state = 'draft';
      create index ix_production_specs_newest on production_specs (company_id, made_at desc, id desc);

      create function keep_production_spec() returns trigger language plpgsql as $$
        declare
          steps constant text[] :=
            array['state', 'revision', 'checked_by', 'checked_at', 'locked_at', 'refused_for', 'retired_at'];
        begin
          if tg_op = 'INSERT' then
            if new.proof_id is null or new.state = 'draft' then return new; end if;
            raise exception 'a signed spec begins as a draft' using errcode = 'restrict_violation';
          end if;
          if tg_op = 'DELETE' or (to_jsonb(new) - steps) is distinct from (to_jsonb(old) - steps) then
            raise exception 'what a production spec says is written once' using errcode = 'restrict_violation';
          end if;
          if (old.state, new.state) not in (('draft', 'locked'), ('draft', 'retired'), ('locked', 'released'),
              ('locked', 'retired'), ('released', 'retired')) then
            raise exception 'no step leads from % to %', old.state, new.state using errcode = 'restrict_violation';
          end if;
          if old.state <> 'draft' and (new.checked_by, new.checked_at, new.locked_at, new.refused_for)
              is distinct from (old.checked_by, old.checked_at, old.locked_at, old.refused_for) then
            raise exception 'the technical check of a spec is written once' using errcode = 'restrict_violation';
          end if;
          return new;
        end $$;
      create trigger tr_production_specs_kept before insert or update or delete on production_specs
        for each row execute function keep_production_spec();
      create function keep_spec_products() returns trigger language plpgsql as $$
        begin
          if tg_op = 'INSERT' then
            -- Shared with nobody who takes a step: a product comes before the lock, or is refused.
            perform 1 from production_specs
              where company_id = new.company_id and id = new.spec_id and state = 'draft' for share;
            if found then return new; end if;
            -- Of a spec that the writer does not see, the wall of the company and the foreign key say no.
            perform 1 from production_specs where company_id = new.company_id and id = new.spec_id;
            if not found then return new; end if;
          end if;
          raise exception 'products of a production spec are written before it is locked'
            using errcode = 'restrict_violation';
        end $$;
      create trigger tr_production_spec_products_kept before insert or update or delete on production_spec_products
        for each row execute function keep_spec_products();
    `);
    await runner.query(walls('proof_decisions'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger tr_production_spec_products_kept on production_spec_products;
      drop trigger tr_production_specs_kept on production_specs;
      drop function keep_spec_products(), keep_production_spec();
      drop index ix_production_specs_newest, ix_production_specs_waiting;
      alter table production_specs
        drop constraint ck_production_specs_refused, drop constraint ck_production_specs_checked,
        drop constraint ck_production_specs_second, drop constraint ck_production_specs_terms,
        drop constraint ck_production_specs_hash, drop constraint ck_production_specs_signed,
        drop constraint fk_production_specs_proof, drop constraint fk_production_specs_brief,
        drop constraint uq_production_specs_proof,
        drop column retired_at, drop column refused_for, drop column checked_at, drop column checked_by,
        drop column made_at, drop column made_by, drop column content, drop column proof_id, drop column brief_id,
        drop column revision;
      drop table proof_decisions;
      alter table proofs drop constraint fk_proofs_packaging, drop constraint ck_proofs_packaging,
        drop column packaging_spec_id;
      alter table briefs drop column approvals_needed;
    `);
  }
}
