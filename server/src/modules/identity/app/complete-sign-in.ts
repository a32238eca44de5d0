import { Injectable } from '@nestjs/common';
import type { Factor } from '@qafila/shared/identity/fields';
import type { Actor } from '../../../platform/access/actor';
import { systemScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import type { Caller } from './caller';
import { KnownDevices } from './known-devices';
import { LostFactorCases } from './lost-factor-cases';
import type { OpenedSession } from './refresh-tokens';
import { SecondFactor } from './second-factor';
import { Sessions } from './sessions';
import { Standings } from './standings';

/** Somebody who is in: the actor, the session for the cookies, and the token of the browser. */
export interface Entered {
  readonly actor: Actor;
  readonly opened: OpenedSession;
  readonly device: string;
}
export interface Entering {
  readonly person: { readonly personId: string; readonly kind: 'trader' | 'staff' };
  readonly caller: Caller;
  readonly factor: Factor;
  /** The session that ends with this one's beginning. */
  readonly from?: string;
}

/** The second factor turns half a session into a whole one, under a new id. */
@Injectable()
export class CompleteSignIn {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly factor: SecondFactor,
    private readonly sessions: Sessions,
    private readonly standings: Standings,
    private readonly devices: KnownDevices,
    private readonly cases: LostFactorCases,
    private readonly audit: Audit,
  ) {}

  async withCode(half: Actor, code: string, caller: Caller): Promise<Entered> {
    await this.factor.claimCode(half, code);
    return this.enter({ person: half, caller, factor: 'totp', from: half.sessionId });
  }

  async withRecoveryCode(half: Actor, code: string, caller: Caller): Promise<Entered> {
    await this.factor.claimRecoveryCode(half, code);
    return this.enter({ person: half, caller, factor: 'recovery_code', from: half.sessionId });
  }

  /** Opens the whole session. Throws `CREDENTIALS_WRONG` for somebody who belongs nowhere. */
  enter(given: Entering): Promise<Entered> {
    return this.unitOfWork.runApart(systemScope('sign-in'), (tx) => this.enterIn(tx, given));
  }

  /** The same in an open transaction. */
  async enterIn(tx: Tx, { person, caller, factor, from }: Entering): Promise<Entered> {
    const standing = await this.standings.of(tx, person);
    if (!standing) throw new Problem('CREDENTIALS_WRONG');
    if (from) await this.sessions.close(tx, from, 'signed in');
    const session = {
      personId: person.personId,
      kind: person.kind,
      companyId: standing.companyId,
      roles: standing.roles,
      ownPermissions: standing.ownPermissions,
      level: 'full' as const,
    };
    const device = await this.devices.remember(tx, { ...session, caller });
    const opened = await this.sessions.open(tx, {
      ...session,
      agent: caller.agent,
      network: caller.network,
      factor,
    });
    // Whoever still has a factor needs no help with it: a case somebody else opened ends here.
    await this.cases.withdraw(tx, person.personId);
    await this.audit.record(tx, {
      event: 'identity.signed_in',
      companyId: standing.companyId,
      subject: { kind: 'person', id: person.personId },
      after: { factor },
    });
    return {
      opened,
      device,
      actor: { ...session, sessionId: opened.sessionId, companyState: standing.companyState, acting: null },
    };
  }
}
