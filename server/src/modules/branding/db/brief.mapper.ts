import type { BriefState } from '@qafila/shared/branding/branding.lifecycle';
import type { BriefFields } from '@qafila/shared/branding/brief-views';
import type { Brief } from '../domain/brief';

export interface BriefRow {
  company_id: string;
  id: string;
  code: string;
  brand_profile_id: string;
  packaging_spec_id: string | null;
  product_ids: string[];
  quantity: number | null;
  state: BriefState;
  version: number;
  title: string;
  objectives: string;
  must_have: string[];
  must_not: string[];
  languages: BriefFields['languages'];
  deadline: string | null;
  approvals_needed: number;
  question: string | null;
  rounds_included: number;
  rounds_bought: number;
  rounds_used: number;
  assignee_id: string | null;
  gatekeeper_id: string | null;
  due_at: Date | null;
  promised_at: Date | null;
  changed_at: Date;
  submitted_at: Date | null;
}

export const BRIEF_COLUMNS = `company_id, id, code, brand_profile_id, packaging_spec_id, product_ids, quantity, state,
  version, title, objectives, must_have, must_not, languages, to_char(deadline, 'YYYY-MM-DD') as deadline, approvals_needed, question,
  rounds_included, rounds_bought, rounds_used, assignee_id, gatekeeper_id, due_at, promised_at, changed_at, submitted_at`;

export const toBrief = (row: BriefRow): Brief => ({
  companyId: row.company_id,
  id: row.id,
  code: row.code,
  brandProfileId: row.brand_profile_id,
  packagingSpecId: row.packaging_spec_id,
  productIds: row.product_ids,
  quantity: row.quantity,
  state: row.state,
  version: row.version,
  title: row.title,
  objectives: row.objectives,
  mustHave: row.must_have,
  mustNot: row.must_not,
  languages: row.languages,
  deadline: row.deadline,
  approvalsNeeded: row.approvals_needed,
  question: row.question,
  roundsIncluded: row.rounds_included,
  roundsBought: row.rounds_bought,
  roundsUsed: row.rounds_used,
  assigneeId: row.assignee_id,
  gatekeeperId: row.gatekeeper_id,
  dueAt: row.due_at,
  promisedAt: row.promised_at,
  changedAt: row.changed_at,
  submittedAt: row.submitted_at,
});
