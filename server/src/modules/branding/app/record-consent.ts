import { Injectable } from '@nestjs/common';
import type { InputOf } from '@qafila/shared/access/endpoint';
import { CONSENT_TEXTS } from '@qafila/shared/branding/consent-texts';
import type { ProfileDetail, recordConsent } from '@qafila/shared/branding/profiles.contract';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { ProfileRepository } from '../db/profile.repository';
import { DescribeProfile } from './describe-profile';

const EVENTS = {
  granted: 'branding.consent_granted',
  withdrawn: 'branding.consent_withdrawn',
} as const;

/** Writes a permission down, given or withdrawn, beside all that were written before. Nothing given is nothing allowed. */
@Injectable()
export class RecordConsent {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly profiles: ProfileRepository,
    private readonly describe: DescribeProfile,
  ) {}

  run(actor: Actor, id: string, given: InputOf<typeof recordConsent>['body']): Promise<ProfileDetail> {
    const scope = traderScope(actor);
    const key = { companyId: scope.companyId, id };
    const { kind, decision, textVersion, locale } = given;
    return this.unitOfWork.run(scope, async (tx) => {
      await this.profiles.lock(tx, key);
      const { version, text } = CONSENT_TEXTS[kind];
      if (version !== textVersion) throw new Problem('CONSENT_TEXT_CHANGED');
      const before = (await this.profiles.latestConsent(tx, key, kind)) ?? 'withdrawn';
      if (before === decision) throw new Problem('CONSENT_UNCHANGED');
      const { personId } = scope;
      const at = this.clock.now();
      await this.profiles.addConsent(tx, key, {
        ...{ kind, decision, textVersion, locale, personId, at },
        text: text[locale],
      });
      await this.audit.record(tx, {
        event: EVENTS[decision],
        companyId: key.companyId,
        subject: { kind: 'brand-profile', id },
        before: { [kind]: before },
        after: { [kind]: decision, textVersion, locale },
      });
      return this.describe.of(tx, actor, key);
    });
  }
}
