import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { OwnRoleRepository } from '../db/own-role.repository';
import type { OwnRole } from '../domain/member';

/** The own roles of a company that somebody ticked. */
@Injectable()
export class ChooseRoles {
  constructor(private readonly ownRoles: OwnRoleRepository) {}

  /** Each once, with what it grants now. Throws `OWN_ROLE_UNKNOWN` for another company's and for deleted ones. */
  async run(tx: Tx, companyId: string, ids: readonly string[]): Promise<OwnRole[]> {
    if (ids.length === 0) return [];
    const known = await this.ownRoles.list(tx, companyId);
    return [...new Set(ids)].map((id) => {
      const role = known.find((each) => each.id === id);
      if (!role) throw new Problem('OWN_ROLE_UNKNOWN');
      return role;
    });
  }
}
