import type { MigrationInterface, QueryRunner } from 'typeorm';
import { walls } from '../platform/database/walls';

/** A permanent reference of each company, for payments of several orders at once. */
export class CompanyReferences1764000000212 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table company_references (
        company_id uuid not null constraint fk_company_references_company references companies (id),
        reference text not null constraint uq_company_references_reference unique,
        constraint pk_company_references primary key (company_id)
      );
    `);
    await runner.query(walls('company_references'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table company_references;');
  }
}
