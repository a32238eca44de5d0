import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/unit-of-work';
import { PolicyRepository } from './db/policy.repository';

/** The door of privacy: which version of the policy holds now. */
@Injectable()
export class PoliciesInForce {
  constructor(private readonly policies: PolicyRepository) {}

  /** Number of the version in force (clause 9: the last one published). */
  current(tx: Tx): Promise<number> {
    return this.policies.current(tx);
  }
}
