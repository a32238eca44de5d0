import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { TRADER_PERMISSIONS } from '@qafila/shared/access/permissions';
import { TRADER_ROLES } from '@qafila/shared/access/roles';
import { permissionKey } from './permission-key';

const wordsIn = (locale: string): Record<string, Record<string, string>> =>
  JSON.parse(readFileSync(join(__dirname, '..', 'words', `company.${locale}.json`), 'utf8'));

describe.each(['en', 'ar', 'no', 'fr'])('words of a company in %s', (locale) => {
  const words = wordsIn(locale);

  it('name every right a role can give, and nothing else', () => {
    const named = Object.keys(words.permission ?? {}).map((key) => `permission.${key}`);
    expect(named.sort()).toEqual(TRADER_PERMISSIONS.map(permissionKey).sort());
  });

  it('name every role and say what it is for', () => {
    const roles = [...TRADER_ROLES].sort();
    expect(Object.keys(words.role ?? {}).sort()).toEqual(roles);
    expect(Object.keys(words.about ?? {}).sort()).toEqual(roles);
  });
});
