import { describe, expect, it } from '@jest/globals';
import { LOCALES } from '@qafila/shared/kernel/locale';
import { placeholdersOf } from '@qafila/shared/kernel/problem';
import { FOOT, LEADS, MAIL_KINDS, SUBJECTS } from './mail-words';

describe('words of the order mails', () => {
  it.each(MAIL_KINDS)('%s is worded in four languages with the same values', (kind) => {
    for (const words of [SUBJECTS[kind], LEADS[kind], FOOT]) {
      for (const locale of LOCALES) expect(placeholdersOf(words[locale])).toEqual(placeholdersOf(words.en));
    }
  });
});
