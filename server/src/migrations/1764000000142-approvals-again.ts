import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A person approves a version once for each number of approvals it needs: again only when people have left since. */
export class ApprovalsAgain1764000000142 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index uq_proof_decisions_approval;
      create unique index uq_proof_decisions_approval on proof_decisions
        (company_id, proof_id, person_id, (content ->> 'needed')) nulls not distinct where decision = 'approved';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index uq_proof_decisions_approval;
      create unique index uq_proof_decisions_approval on proof_decisions (company_id, proof_id, person_id)
        where decision = 'approved';
    `);
  }
}
