import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The guard of production specs as it stands with or without the step into production. */
const guard = (hasRelease: boolean): string => `
  create or replace function keep_production_spec() returns trigger language plpgsql as $$
    declare
      steps constant text[] := array['state', 'revision', 'checked_by', 'checked_at', 'locked_at', 'refused_for',
        'retired_at'${hasRelease ? ", 'released_at', 'released_for'" : ''}];
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
      ${
        hasRelease
          ? `if new.state <> 'released' and (new.released_at, new.released_for)
          is distinct from (old.released_at, old.released_for) then
        raise exception 'the release of a spec is written once' using errcode = 'restrict_violation';
      end if;`
          : ''
      }
      return new;
    end $$;`;

/** Since when a production spec is in production, and for which order it came there. */
export class SpecsRelease1764000000141 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Nothing took the step before, so no row is in that state.
    await runner.query(`
      alter table production_specs
        add column released_at timestamptz,
        add column released_for uuid,
        add constraint fk_production_specs_order foreign key (company_id, released_for) references orders (company_id, id),
        add constraint ck_production_specs_released check ((released_at is null) = (released_for is null)
          and (state <> 'released' or released_at is not null));
      ${guard(true)}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${guard(false)}
      alter table production_specs drop constraint ck_production_specs_released,
        drop constraint fk_production_specs_order, drop column released_for, drop column released_at;
    `);
  }
}
