import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the first person's confirmation would have booked; a match confirmed before has none and is confirmed first again. */
export class MatchesFirstPlan1764000000214 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table matches add column first_plan text;');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table matches drop column first_plan;');
  }
}
