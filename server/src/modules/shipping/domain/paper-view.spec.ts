import { describe, expect, it } from '@jest/globals';
import { firstContent, type ProfileContent } from '@qafila/shared/branding/profile-content';
import { NEUTRAL_HUB } from '@qafila/shared/branding/profiles.rules';
import type { Locale } from '@qafila/shared/kernel/locale';
import { snapshotOf } from './brand-snapshot';
import { paperViewOf } from './paper-view';
import { SAMPLE_ITEMS, sampleParcel, sampleRecipient } from './sample-parcel';

const AT = new Date('2026-11-22T09:00:00Z');
const brandIn = (locale: Locale, given: Partial<ProfileContent>) => {
  const content = { ...firstContent({ latin: 'Dar Nour', arabic: 'دار نور' }), ...given };
  const brand = snapshotOf({ brandCode: 'K7M4TX29PQ', version: 1, content, monoFileId: null });
  const parcel = sampleParcel({ companyId: 'company', brand, logoFileId: null, locale, at: AT });
  return paperViewOf(parcel, {
    recipient: sampleRecipient(locale),
    items: SAMPLE_ITEMS,
    logoPng: null,
    trackingUrl: 'https://parcel.example/p/x',
    shippedOn: '2026-11-22',
  }).brand;
};
const sender = { name: 'House of Light', phone: '+966551234567', lines: ['PO Box 250', 'Riyadh 12211'] };

describe('the brand on papers', () => {
  it('sends returns to the sender’s own lines, or to the neutral hub in the language of the paper', () => {
    expect(brandIn('en', { sender }).returnAddress).toEqual(['House of Light', ...sender.lines]);
    expect(brandIn('ar', { sender, returns: 'hub' }).returnAddress).toEqual([
      'House of Light',
      ...NEUTRAL_HUB.ar,
    ]);
  });

  it('is called as readers of the language know it', () => {
    const names = { latin: 'Dar Nour', arabic: 'دار نور', french: 'Maison Nour', norwegian: null };
    expect(brandIn('fr', { names }).nameLatin).toBe('Maison Nour');
    expect(brandIn('no', { names }).nameLatin).toBe('Dar Nour');
  });

  it('says its own line, in Arabic with the Latin one beside it', () => {
    const slip = { arabic: 'شكرًا', latin: 'Thank you' };
    expect(brandIn('ar', { slip }).message).toEqual({ main: 'شكرًا', second: 'Thank you' });
    expect(brandIn('en', { slip }).message).toEqual({ main: 'Thank you' });
    expect(brandIn('en', {}).message).toBeUndefined();
  });
});
