import { Injectable } from '@nestjs/common';
import type { ProfileContent } from '@qafila/shared/branding/profile-content';
import sharp from 'sharp';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Files } from '../../../platform/files/files';
import { fieldsInvalid } from '../../../platform/problems/problem';
import { ProfileRepository } from '../db/profile.repository';
import type { LogoFiles, Profile } from '../domain/profile';

const LONG_SIDE = 800;
type Before = Pick<Profile, 'companyId' | 'content'> & LogoFiles;
interface LookedAt {
  readonly logoFileId?: string | null;
  readonly logoPng?: Buffer | null;
  readonly monoPng?: Buffer | null;
}

/** Turns the logos a profile names into pictures of its own: what a version shows stays when the file goes. */
@Injectable()
export class KeepLogos {
  constructor(
    private readonly profiles: ProfileRepository,
    private readonly files: Files,
  ) {}

  /** Throws `FIELDS_INVALID` for what is no ready logo of the company. */
  async keepAll(tx: Tx, before: Before, logos: ProfileContent['logos']): Promise<LogoFiles> {
    const old = before.content.logos;
    await this.assertReady(tx, before, logos);
    return {
      logoFileId:
        logos.primary === old.primary
          ? before.logoFileId
          : await this.keep(tx, before.companyId, logos.primary),
      monoFileId:
        logos.mono === old.mono ? before.monoFileId : await this.keep(tx, before.companyId, logos.mono),
    };
  }

  /** Roles that no paper draws yet name a ready logo too. */
  private async assertReady(tx: Tx, before: Before, logos: ProfileContent['logos']): Promise<void> {
    for (const role of ['primary', 'mono', 'reversed', 'icon'] as const) {
      const id = logos[role];
      if (id === null || id === before.content.logos[role]) continue;
      if (!(await this.profiles.logoPicture(tx, before.companyId, id)))
        throw fieldsInvalid([{ path: `logos.${role}`, code: 'invalid', params: {} }]);
    }
  }

  /** The pictures a form names, not kept; what is no ready logo shows nothing. */
  async look(tx: Tx, before: Before, logos: ProfileContent['logos']): Promise<LookedAt> {
    const old = before.content.logos;
    const changed = {
      ...(logos.primary === old.primary
        ? {}
        : { logoPng: await this.picture(tx, before.companyId, logos.primary) }),
      ...(logos.mono === old.mono ? {} : { monoPng: await this.picture(tx, before.companyId, logos.mono) }),
    };
    // The tracking page shows its logo by an address that an unsaved picture does not have.
    return logos.primary === old.primary ? changed : { ...changed, logoFileId: logos.primary };
  }

  private async keep(tx: Tx, companyId: string, assetId: string | null): Promise<string | null> {
    const bytes = await this.picture(tx, companyId, assetId);
    return bytes && this.files.put(tx, { companyId, kind: 'logo', contentType: 'image/png', bytes });
  }

  private async picture(tx: Tx, companyId: string, assetId: string | null): Promise<Buffer | null> {
    const pictureId = assetId && (await this.profiles.logoPicture(tx, companyId, assetId));
    if (!pictureId) return null;
    const { bytes } = await this.files.read(tx, pictureId);
    return sharp(bytes)
      .resize(LONG_SIDE, LONG_SIDE, { fit: 'inside', withoutEnlargement: true })
      .png()
      .toBuffer();
  }
}
