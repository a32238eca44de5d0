import { Injectable } from '@nestjs/common';
import type { PackagingView } from '@qafila/shared/branding/packaging.contract';
import { type Actor, may } from '../../../platform/access/actor';
import type { Tx } from '../../../platform/database/unit-of-work';
import { type PackagingKey, PackagingRepository } from '../db/packaging.repository';
import { packagingActions } from '../domain/packaging';
import { JudgePackaging } from './judge-packaging';

/** A packaging spec as its page shows it. Every call that changes one answers with it. */
@Injectable()
export class DescribePackaging {
  constructor(
    private readonly packaging: PackagingRepository,
    private readonly judge: JudgePackaging,
  ) {}

  async run(tx: Tx, actor: Actor, key: PackagingKey): Promise<PackagingView> {
    const spec = await this.packaging.find(tx, key);
    const verdict = await this.judge.of(tx, key.companyId, spec.content);
    const versions = await this.packaging.versions(tx, key);
    const { content, terms } = spec;
    return {
      id: spec.id,
      name: content.name,
      source: content.source,
      style: content.style,
      state: spec.state,
      version: spec.version,
      changedAt: spec.changedAt.toISOString(),
      ...terms,
      content,
      sha256: spec.sha256,
      checks: [...verdict.checks],
      versions: versions.map(({ version, at, sha256 }) => ({ version, at: at.toISOString(), sha256 })),
      actions: may(actor, 'brand:edit') ? packagingActions(spec.state, verdict) : [],
    };
  }
}
