import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { LOCALES } from '@qafila/shared/kernel/locale';
import { NOTICE_EVENT_NAMES } from '@qafila/shared/notifications/notice-events';
import { noticeText } from './notice-text';

describe('a notice', () => {
  const short = {
    event: 'payment_short',
    params: { code: 'K7M-2QX9', missing: { minor: 197_980, currency: 'SAR' } },
  } as const;

  it('says code and amount in the reader’s language', () => {
    expect(noticeText(short, 'en')).toBe('Order K7M-2QX9: SAR\u00a01,979.80 is still missing');
    expect(noticeText(short, 'no')).toContain('1\u00a0979,80');
  });

  it('keeps the direction of a code in an Arabic sentence', () => {
    expect(noticeText(short, 'ar')).toContain('\u2068K7M-2QX9\u2069');
  });
});

describe('the page of wishes', () => {
  it.each(LOCALES)('names every event in %s', (locale) => {
    const file = join(__dirname, 'words', `notices.${locale}.json`);
    const words = JSON.parse(readFileSync(file, 'utf8')) as { event: Record<string, string> };
    expect(NOTICE_EVENT_NAMES.filter((event) => !words.event[event])).toEqual([]);
  });
});
