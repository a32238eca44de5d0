import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An approval holds for what it signed: when that has changed since, the same person signs what is there now. */
export class ApprovalsSame1764000000143 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index uq_proof_decisions_approval;
      create unique index uq_proof_decisions_approval on proof_decisions
        (company_id, proof_id, person_id, (content ->> 'needed'), (content #>> '{hashes,content}'))
        nulls not distinct where decision = 'approved';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index uq_proof_decisions_approval;
      create unique index uq_proof_decisions_approval on proof_decisions
        (company_id, proof_id, person_id, (content ->> 'needed')) nulls not distinct where decision = 'approved';
    `);
  }
}
