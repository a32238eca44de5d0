import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is due to be asked about his factors is found page by page. */
export class PeopleCheckup1764000000084 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index ix_people_checkup on people (enrolled_at, id) where checkup_at is null and state = 'active'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index ix_people_checkup');
  }
}
