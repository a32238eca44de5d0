import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What has ended is found by its end, and by what it belongs to, when it is deleted. */
export class RetentionIndexes1764000000083 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index ix_sessions_end on sessions (ends_at, id);
      create index ix_sessions_newest on sessions (person_id, created_at, id) where level = 'full' and parent_id is null;
      create index ix_sessions_parent on sessions (parent_id) where parent_id is not null;
      create index ix_identity_links_expiry on identity_links (expires_at);
      create index ix_step_up_tokens_expiry on step_up_tokens (expires_at);
      create index ix_step_up_tokens_session on step_up_tokens (session_id);
      create index ix_passkey_challenges_session on passkey_challenges (session_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index ix_passkey_challenges_session, ix_step_up_tokens_session, ix_step_up_tokens_expiry,
        ix_identity_links_expiry, ix_sessions_parent, ix_sessions_newest, ix_sessions_end
    `);
  }
}
