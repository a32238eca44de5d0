import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Above which total an order of a member, or of anybody in the company, will ask an approver; and how often a link was sent. */
export class MembersApproval1764000000071 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table company_settings add column approval_minor bigint
        constraint ck_company_settings_approval check (approval_minor > 0);
      alter table member_terms add column approval_minor bigint
        constraint ck_member_terms_approval check (approval_minor > 0);
      alter table invitations
        add column approval_minor bigint constraint ck_invitations_approval check (approval_minor > 0),
        add column sent_count int not null default 1 constraint ck_invitations_sent check (sent_count > 0);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table invitations drop column sent_count, drop column approval_minor;
      alter table member_terms drop column approval_minor;
      alter table company_settings drop column approval_minor;
    `);
  }
}
