import { Injectable } from '@nestjs/common';
import { systemScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { Files } from '../../../platform/files/files';
import { Problem } from '../../../platform/problems/problem';
import { BrandPreviews, type BrandVerdict, type PreviewedBrand } from '../../shipping/preview.api';
import type { Profile } from '../domain/profile';

type Screened = Pick<Profile, 'companyId' | 'brandCode' | 'content' | 'logoFileId' | 'monoFileId'>;

/** Asks shipping's leak scan about a profile (Policy clause 7). Says of another trader that a name is refused, no more. */
@Injectable()
export class ScreenProfile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly previews: BrandPreviews,
    private readonly files: Files,
    private readonly audit: Audit,
  ) {}

  /** Throws `BRAND_SHOWS_STORE` or `BRAND_NAME_REFUSED`. */
  async assertClean(tx: Tx, profile: Screened): Promise<void> {
    const verdict = await this.previews.judge(await this.previewed(tx, profile));
    if (verdict.forPrivacyOfficer.length > 0) await this.report(verdict.forPrivacyOfficer);
    const [code] = refusalsOf(verdict);
    if (code) throw new Problem(code);
  }

  /** The profile with its pictures, as shipping draws it. */
  async previewed(tx: Tx, profile: Screened): Promise<PreviewedBrand> {
    const { companyId, brandCode, content, logoFileId, monoFileId } = profile;
    return {
      companyId,
      brandCode,
      content,
      logoFileId,
      logoPng: await this.picture(tx, logoFileId),
      monoPng: await this.picture(tx, monoFileId),
    };
  }

  private async picture(tx: Tx, fileId: string | null): Promise<Buffer | null> {
    return fileId === null ? null : (await this.files.read(tx, fileId)).bytes;
  }

  /** Without a company, and apart from what the refusal rolls back: a trader must not learn of another. */
  private report(companies: readonly string[]): Promise<void> {
    return this.unitOfWork.runApart(systemScope('brand screening'), (tx) =>
      this.audit.record(tx, {
        event: 'branding.foreign_name_refused',
        companyId: null,
        after: { companies },
      }),
    );
  }
}

/** Problem codes of a verdict, the plainest first. */
export const refusalsOf = (verdict: BrandVerdict): ('BRAND_SHOWS_STORE' | 'BRAND_NAME_REFUSED')[] => [
  ...(verdict.showsStore ? (['BRAND_SHOWS_STORE'] as const) : []),
  ...(verdict.isRefused ? (['BRAND_NAME_REFUSED'] as const) : []),
];
