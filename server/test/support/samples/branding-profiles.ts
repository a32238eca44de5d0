import { CONSENT_TEXTS } from '@qafila/shared/branding/consent-texts';
import type { ProfileContent } from '@qafila/shared/branding/profile-content';
import type { TestApp } from '../test-app';
import { firstOf, type SampleAt, type Samples } from './sample';

const onBrand = ({ company }: SampleAt) => ({ params: { id: company.brandId } });

/** The profile as it stands: saving it again is good at any time. */
const savedOf = ({ world, company }: SampleAt): Promise<{ version: number; content: ProfileContent }> =>
  firstOf(
    world.app,
    `select v.version, v.content from brand_profiles b join brand_profile_versions v
       on v.company_id = b.company_id and v.profile_id = b.id and v.version = b.version where b.id = $1`,
    [company.brandId],
  );

export const brandingProfilesSamples: Samples = {
  'branding.create_profile': () => ({ body: { nameLatin: 'Sand House', nameArabic: 'بيت الرمل' } }),
  'branding.profile': onBrand,
  'branding.profile_versions': onBrand,
  'branding.save_profile': async (at) => {
    const { version, content } = await savedOf(at);
    return { ...onBrand(at), version, body: content };
  },
  'branding.move_profile': (at) => ({ ...onBrand(at), body: { step: 'suspend' } }),
  // The page needs no paper drawn: the matrix asks who may, not how it looks.
  'branding.preview': async (at) => {
    const { content } = await savedOf(at);
    return { body: { document: 'tracking', locale: 'en', profileId: at.company.brandId, content } };
  },
  'branding.record_consent': async (at) => {
    const { granted } = await firstOf<{ granted: boolean }>(
      at.world.app,
      `select coalesce((select decision = 'granted' from brand_consents where profile_id = $1 and kind = 'portfolio'
         order by at desc, id desc limit 1), false) as granted`,
      [at.company.brandId],
    );
    const decision = granted ? 'withdrawn' : 'granted';
    const textVersion = CONSENT_TEXTS.portfolio.version;
    return { ...onBrand(at), body: { kind: 'portfolio', decision, textVersion, locale: 'en' } };
  },
};

/** A company has room for another profile, and its brand is in use again. */
export const brandingProfilesAfter: Readonly<Record<string, (app: TestApp) => Promise<void>>> = {
  'branding.create_profile': (app) =>
    app.system(async (tx) => {
      await tx.query(`update brand_profiles set state = 'archived' where state = 'draft'`);
    }),
  'branding.move_profile': (app) =>
    app.system(async (tx) => {
      await tx.query(`update brand_profiles set state = 'active' where state = 'suspended'`);
    }),
};
