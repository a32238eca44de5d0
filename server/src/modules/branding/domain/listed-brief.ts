import type { BriefState } from '@qafila/shared/branding/branding.lifecycle';

/** The columns that every list of briefs has. */
interface ListedColumns {
  readonly id: string;
  readonly code: string;
  readonly state: BriefState;
  readonly version: number;
  readonly title: string;
  readonly quantity: number | null;
  readonly deadline: string | null;
  readonly rounds_included: number;
  readonly rounds_bought: number;
  readonly rounds_used: number;
  readonly turn: 'store' | 'trader' | null;
  readonly due_at: Date | null;
  readonly submitted_at: Date | null;
  readonly changed_at: Date;
}

export const listedHeadOf = (row: ListedColumns) => ({
  id: row.id,
  code: row.code,
  state: row.state,
  version: row.version,
  title: row.title,
  quantity: row.quantity,
  deadline: row.deadline,
  rounds: { included: row.rounds_included, bought: row.rounds_bought, used: row.rounds_used },
  turn: row.turn,
  dueAt: row.due_at?.toISOString() ?? null,
  submittedAt: row.submitted_at?.toISOString() ?? null,
  changedAt: row.changed_at.toISOString(),
});
