import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables of the store: only the staff policy opens them. */
const storeOnly = (table: string): string => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy staff on ${table} using ((select app_staff())) with check ((select app_staff()));
`;

/** Changes of the seller's account, invitations and role changes of staff. */
export class StoreCreate1764000000041 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table seller_account_changes (
        id uuid constraint pk_seller_account_changes primary key,
        state text not null constraint ck_seller_account_changes_state
          check (state in ('proposed', 'approved', 'in_force', 'withdrawn')),
        iban_enc text not null,
        iban_hash text not null,
        bic text not null,
        bank jsonb not null,
        replaced_iban_enc text,
        replaced_iban_hash text,
        proposed_by uuid not null constraint fk_seller_account_changes_proposed references people (id),
        proposed_at timestamptz not null,
        approved_by uuid constraint fk_seller_account_changes_approved references people (id),
        approved_at timestamptz,
        effective_at timestamptz,
        ended_by uuid constraint fk_seller_account_changes_ended references people (id),
        ended_at timestamptz,
        constraint ck_seller_account_changes_two check (approved_by is null or approved_by <> proposed_by),
        constraint ck_seller_account_changes_approved
          check (state not in ('approved', 'in_force') or (approved_by is not null and effective_at is not null))
      );
      create unique index uq_seller_account_changes_open on seller_account_changes ((true))
        where state in ('proposed', 'approved');
      create index ix_seller_account_changes_replaced on seller_account_changes (replaced_iban_hash)
        where replaced_iban_hash is not null;

      create table staff_invitations (
        id uuid constraint pk_staff_invitations primary key,
        state text not null constraint ck_staff_invitations_state
          check (state in ('proposed', 'open', 'accepted', 'withdrawn')),
        name_enc text not null,
        email_enc text not null,
        email_hash text not null,
        locale text not null constraint ck_staff_invitations_locale check (locale in ('en', 'ar')),
        roles text[] not null constraint ck_staff_invitations_roles check (cardinality(roles) > 0),
        token_hash text constraint uq_staff_invitations_token unique,
        invited_by uuid not null constraint fk_staff_invitations_invited references people (id),
        invited_at timestamptz not null,
        approved_by uuid constraint fk_staff_invitations_approved references people (id),
        expires_at timestamptz,
        person_id uuid constraint fk_staff_invitations_person references people (id),
        ended_at timestamptz,
        constraint ck_staff_invitations_two check (approved_by is null or approved_by <> invited_by)
      );
      create unique index uq_staff_invitations_open on staff_invitations (email_hash)
        where state in ('proposed', 'open');

      create table staff_role_changes (
        id uuid constraint pk_staff_role_changes primary key,
        state text not null constraint ck_staff_role_changes_state check (state in ('proposed', 'done', 'withdrawn')),
        person_id uuid not null constraint fk_staff_role_changes_person references people (id),
        role text not null constraint ck_staff_role_changes_role
          check (role in ('account_manager', 'designer', 'warehouse', 'finance', 'privacy_officer', 'admin')),
        step text not null constraint ck_staff_role_changes_step check (step in ('grant', 'revoke')),
        reason text not null,
        proposed_by uuid not null constraint fk_staff_role_changes_proposed references people (id),
        proposed_at timestamptz not null,
        decided_by uuid constraint fk_staff_role_changes_decided references people (id),
        decided_at timestamptz,
        constraint ck_staff_role_changes_two
          check (state <> 'done' or (decided_by <> proposed_by and decided_by <> person_id)),
        constraint ck_staff_role_changes_own check (proposed_by <> person_id)
      );
      create unique index uq_staff_role_changes_open on staff_role_changes (person_id, role) where state = 'proposed';
    `);
    for (const table of ['seller_account_changes', 'staff_invitations', 'staff_role_changes'])
      await runner.query(storeOnly(table));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table staff_role_changes, staff_invitations, seller_account_changes');
  }
}
