import type { MigrationInterface, QueryRunner } from 'typeorm';
import { walls } from '../platform/database/walls';

/**
 * Sessions stand behind the two walls like everything else of a company. Who is asking is found out under the system's
 * scope; a session of the staff, or one whose company is not chosen yet, belongs to no company and is shown to none.
 */
export class SessionsWall1764000000082 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(walls('sessions'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy staff on sessions;
      drop policy own_company on sessions;
      alter table sessions no force row level security;
      alter table sessions disable row level security;
    `);
  }
}
