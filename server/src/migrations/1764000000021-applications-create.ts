import type { MigrationInterface, QueryRunner } from 'typeorm';
import { walls } from '../platform/database/walls';

/** Applications with their items and documents, accepted terms, and what an approval sets on a company. */
export class ApplicationsCreate1764000000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table stored_files add column is_sealed boolean not null default false;
      alter table companies
        add column price_list text constraint ck_companies_price_list check (price_list in ('trade-a', 'trade-b')),
        add column account_manager_id uuid constraint fk_companies_account_manager references people (id),
        add column approved_at timestamptz,
        add column suspended_reason text;

      create table applications (
        company_id uuid not null constraint fk_applications_company references companies (id),
        id uuid not null,
        kind text not null constraint ck_applications_kind check (kind in ('opening', 'renewal')),
        country char(2) not null,
        state text not null constraint ck_applications_state
          check (state in ('draft', 'submitted', 'in_review', 'changes_requested', 'approved', 'rejected')),
        version int not null,
        attempt int not null constraint ck_applications_attempt check (attempt > 0),
        submissions int not null default 0,
        created_at timestamptz not null,
        changed_at timestamptz not null,
        submitted_at timestamptz,
        due_at timestamptz,
        claimed_by uuid constraint fk_applications_claimed references people (id),
        claimed_until timestamptz,
        decided_at timestamptz,
        decided_by uuid constraint fk_applications_decided references people (id),
        reason_code text,
        reason_text_enc text,
        constraint pk_applications primary key (company_id, id),
        constraint ck_applications_claim check ((claimed_by is null) = (claimed_until is null)),
        constraint ck_applications_reason check ((state = 'rejected') = (reason_code is not null))
      );
      create unique index uq_applications_open on applications (company_id) where state not in ('approved', 'rejected');
      create index ix_applications_id on applications (id);
      create index ix_applications_due on applications (due_at, id) where state in ('submitted', 'in_review');
      create index ix_applications_changed on applications (state, changed_at desc, id desc);

      create table application_items (
        company_id uuid not null,
        application_id uuid not null,
        kind text not null,
        position int not null,
        values_enc text not null,
        last_values_enc text,
        is_changed boolean not null default false,
        is_file_changed boolean not null default false,
        verdict text not null constraint ck_application_items_verdict check (verdict in ('open', 'accepted', 'change_asked')),
        reason_code text,
        reason_text_enc text,
        marks jsonb not null default '{}',
        decided_at timestamptz,
        file_id uuid,
        file_name_enc text,
        file_pages int,
        file_at timestamptz,
        constraint pk_application_items primary key (company_id, application_id, kind),
        constraint fk_application_items_application foreign key (company_id, application_id)
          references applications (company_id, id),
        constraint fk_application_items_file foreign key (company_id, file_id) references stored_files (company_id, id),
        constraint ck_application_items_reason check ((verdict = 'change_asked') = (reason_code is not null)),
        constraint ck_application_items_file check ((file_id is null) = (file_name_enc is null))
      );

      create table company_acceptances (
        company_id uuid not null constraint fk_company_acceptances_company references companies (id),
        document text not null constraint ck_company_acceptances_document
          check (document in ('trade_terms', 'recipients_agreement')),
        version int not null,
        person_id uuid not null constraint fk_company_acceptances_person references people (id),
        accepted_at timestamptz not null,
        constraint pk_company_acceptances primary key (company_id, document, version)
      );

      create table company_documents (
        company_id uuid not null,
        id uuid not null,
        kind text not null,
        application_id uuid not null,
        file_id uuid not null,
        file_name_enc text not null,
        confirm_by date not null,
        reminded int,
        is_current boolean not null,
        created_at timestamptz not null,
        constraint pk_company_documents primary key (company_id, id),
        constraint fk_company_documents_application foreign key (company_id, application_id)
          references applications (company_id, id),
        constraint fk_company_documents_file foreign key (company_id, file_id) references stored_files (company_id, id)
      );
      create unique index uq_company_documents_current on company_documents (company_id, kind) where is_current;
      create index ix_company_documents_due on company_documents (confirm_by, id) where is_current;
    `);
    for (const table of ['applications', 'application_items', 'company_acceptances', 'company_documents'])
      await runner.query(walls(table));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table company_documents, company_acceptances, application_items, applications;
      alter table companies
        drop column suspended_reason,
        drop column approved_at,
        drop column account_manager_id,
        drop column price_list;
      alter table stored_files drop column is_sealed;
    `);
  }
}
