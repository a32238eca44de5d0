import { Injectable } from '@nestjs/common';
import type { ReplyOf } from '@qafila/shared/access/endpoint';
import type { Locale } from '@qafila/shared/kernel/locale';
import type { listPolicies, PolicyTexts, readPolicy } from '@qafila/shared/privacy/privacy.contract';
import { systemScope } from '../../../platform/access/scope';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { type PolicyEdition, PolicyRepository } from '../db/policy.repository';
import { FIRST_POLICY } from '../policy/first-policy';

export const editionReply = ({ version, publishedAt }: PolicyEdition) => ({
  version,
  publishedAt: publishedAt?.toISOString() ?? null,
});

/** The policy as anybody may read it: its versions, and one of them in one language. */
@Injectable()
export class ReadPolicies {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly policies: PolicyRepository,
  ) {}

  list(): Promise<ReplyOf<typeof listPolicies>> {
    return this.unitOfWork.run(systemScope('published policy'), async (tx) => {
      const versions = await this.policies.editions(tx);
      return { current: versions[0]?.version ?? 1, versions: versions.map(editionReply) };
    });
  }

  one(key: { version: number; locale: Locale }): Promise<ReplyOf<typeof readPolicy>> {
    return this.unitOfWork.run(systemScope('published policy'), async (tx) => {
      const { text, ...edition } = await this.policies.edition(tx, key);
      return { ...editionReply(edition), locale: key.locale, text: text ?? FIRST_POLICY[key.locale] };
    });
  }

  /** All four texts of a version. */
  async texts(tx: Tx, version: number): Promise<PolicyTexts> {
    const found = await this.policies.texts(tx, version);
    const of = (locale: Locale): string => found.get(locale) ?? FIRST_POLICY[locale];
    return { en: of('en'), ar: of('ar'), no: of('no'), fr: of('fr') };
  }
}
