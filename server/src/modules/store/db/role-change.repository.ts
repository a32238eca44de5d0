import { Injectable } from '@nestjs/common';
import type { StaffRole } from '@qafila/shared/access/roles';
import { oneRow, type Tx, violatedConstraint } from '../../../platform/database/unit-of-work';
import { newId } from '../../../platform/ids/new-id';
import { Problem } from '../../../platform/problems/problem';

interface Row {
  id: string;
  state: 'proposed' | 'done' | 'withdrawn';
  person_id: string;
  role: StaffRole;
  step: 'grant' | 'revoke';
  reason: string;
  proposed_by: string;
}
export interface RoleChange {
  readonly id: string;
  readonly state: Row['state'];
  readonly personId: string;
  readonly role: StaffRole;
  readonly step: 'grant' | 'revoke';
  readonly reason: string;
  readonly proposedBy: string;
}

/** Changes of roles that take two people. */
@Injectable()
export class RoleChangeRepository {
  /** Throws `ROLE_CHANGE_OPEN` while one for the same role waits. */
  async propose(
    tx: Tx,
    given: Pick<RoleChange, 'personId' | 'role' | 'step' | 'reason' | 'proposedBy'> & { readonly at: Date },
  ): Promise<string> {
    const id = newId();
    try {
      await tx.query(
        `insert into staff_role_changes (id, state, person_id, role, step, reason, proposed_by, proposed_at)
         values ($1, 'proposed', $2, $3, $4, $5, $6, $7)`,
        [id, given.personId, given.role, given.step, given.reason, given.proposedBy, given.at],
      );
    } catch (error) {
      if (violatedConstraint(error) === 'uq_staff_role_changes_open') throw new Problem('ROLE_CHANGE_OPEN');
      throw error;
    }
    return id;
  }

  /** Throws `NOT_FOUND`. */
  async lock(tx: Tx, id: string): Promise<RoleChange> {
    const row = oneRow(
      await tx.query<Row>(
        `select id, state, person_id, role, step, reason, proposed_by from staff_role_changes where id = $1 for update`,
        [id],
      ),
    );
    const { person_id: personId, proposed_by: proposedBy, ...rest } = row;
    return { ...rest, personId, proposedBy };
  }

  /** Throws `WRONG_STATE` when somebody was faster. */
  async end(
    tx: Tx,
    given: { id: string; to: 'done' | 'withdrawn'; personId: string; at: Date },
  ): Promise<void> {
    const moved = await tx.query(
      `update staff_role_changes set state = $2, decided_by = $3, decided_at = $4
       where id = $1 and state = 'proposed' returning id`,
      [given.id, given.to, given.personId, given.at],
    );
    if (moved.length === 0) throw new Problem('WRONG_STATE');
  }
}
