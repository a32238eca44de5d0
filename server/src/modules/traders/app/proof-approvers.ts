import { Injectable } from '@nestjs/common';
import { permissionsOf, TRADER_ROLES } from '@qafila/shared/access/roles';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Approvers } from '../../branding/briefs.api';
import { MemberRepository } from '../db/member.repository';

const PERMISSION = 'proof:approve';
const ROLES = TRADER_ROLES.filter((role) => permissionsOf([role]).includes(PERMISSION));

/** Who of a company may approve proofs. */
@Injectable()
export class ProofApprovers extends Approvers {
  constructor(private readonly members: MemberRepository) {
    super();
  }

  of(tx: Tx, companyId: string): Promise<string[]> {
    return this.members.holdersOf(tx, companyId, { permission: PERMISSION, roles: ROLES });
  }
}
