import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PASSWORD_MAX, PASSWORD_MIN, PASSWORD_SCORE } from '@qafila/shared/identity/identity.rules';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import fc from 'fast-check';
import { Config, readConfig } from '../../../platform/config/config';
import { hashPassword, isPassword, isWeakHash } from '../../../platform/crypto/passwords';
import type { Problem } from '../../../platform/problems/problem';
import { importBreaches } from './import-breaches';
import { KNOWN_PASSWORDS_FILE, KnownPasswords } from './known-passwords';
import { NewPasswords } from './new-passwords';

const pepper = randomBytes(32);
const key = (): string => randomBytes(32).toString('base64');
let folder = '';
let config: Config;
let passwords: NewPasswords;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'portal-passwords-'));
  config = readConfig({
    QAFILA_MODE: 'test',
    DATABASE_URL: 'postgres://nobody@127.0.0.1/none',
    DATA_DIR: folder,
    KEY_ENCRYPTION_KEY: key(),
    INDEX_KEY: key(),
    SESSION_KEY: key(),
    PASSWORD_PEPPER: pepper.toString('base64'),
  });
  passwords = new NewPasswords(config, new KnownPasswords(config));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const verdictOn = (password: string, about: readonly string[] = []): Promise<string> =>
  passwords.hashOf(password, about).then(
    () => 'taken',
    (problem: Problem) => problem.code,
  );
const sha1 = (text: string): string => createHash('sha1').update(text).digest('hex').toUpperCase();

describe('a password', () => {
  it('is counted in characters of any script, never cut, never folded', async () => {
    expect(await verdictOn('ش'.repeat(PASSWORD_MIN.value - 1))).toBe('PASSWORD_TOO_SHORT');
    expect(await verdictOn('قافلة تعبر الوادي ليلا')).toBe('taken');
    expect(await verdictOn('🐪🌵🕌🧭🪔🧵🪡🧺🏺🫖🌴🌊')).toBe('taken');
    expect(await verdictOn('🐪'.repeat(PASSWORD_MAX.value + 1))).toBe('PASSWORD_TOO_LONG');
    const longest = randomBytes(64).toString('hex');
    expect([longest.length, await verdictOn(longest)]).toEqual([PASSWORD_MAX.value, 'taken']);
  });

  it('of random Unicode is told from the same with another last character, however it was composed', async () => {
    const text = fc.string({ unit: 'grapheme', minLength: 12, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(text, async (password) => {
        const stored = await hashPassword(password, pepper);
        const signs = [...password.normalize('NFC')];
        const other = [...signs.slice(0, -1), signs.at(-1) === 'x' ? 'y' : 'x'].join('');
        expect(await isPassword(stored, password.normalize('NFD'), pepper)).toBe(true);
        fc.pre(other.normalize('NFC') !== password.normalize('NFC'));
        expect(await isPassword(stored, other, pepper)).toBe(false);
        expect(await isPassword(stored, `${password} `, pepper)).toBe(false);
      }),
      { numRuns: 40 },
    );
  });

  it('is taken by what it takes to guess it, not by the kinds of its signs', async () => {
    const estimator = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
    const tries = ['passwordpassword', 'lantern brick olive', 'mellow quartz pigeon'];
    const scores = tries.map((each) => estimator.check(each).score);
    expect([Math.min(...scores) < PASSWORD_SCORE.value, Math.max(...scores) >= PASSWORD_SCORE.value]).toEqual(
      [true, true],
    );
    for (const [at, password] of tries.entries())
      expect([password, await verdictOn(password)]).toEqual([
        password,
        (scores[at] ?? 0) >= PASSWORD_SCORE.value ? 'taken' : 'PASSWORD_KNOWN',
      ]);
  });

  it('is not made of the names of the person, the company and the house', async () => {
    const about = ['Noura Harbi', 'Sahra Gifts', 'noura@sahra.example'];
    for (const password of [
      'Noura Harbi 2026',
      'sahra-gifts-noura',
      'QafilaPortal2026!',
      'noura@sahra.example',
    ])
      expect([password, await verdictOn(password, about)]).toEqual([password, 'PASSWORD_KNOWN']);
    expect(await verdictOn('noura walks eleven camels home', about)).toBe('taken');
  });
});

describe('known passwords', () => {
  const top = dictionary['passwords-common'].slice(0, 1000);
  const leet = (word: string): string =>
    word.replace(
      /[aeiost]/g,
      (letter) => ({ a: '@', e: '3', i: '1', o: '0', s: '$', t: '7' })[letter] ?? letter,
    );
  const padded = (word: string): string => word.padEnd(PASSWORD_MIN.value, '1234567890!');
  const dresses: readonly (readonly [string, (word: string) => string])[] = [
    ['as they are', (word) => padded(word)],
    ['with a capital and a year', (word) => padded(`${word.charAt(0).toUpperCase()}${word.slice(1)}2026!`)],
    ['in l33t', (word) => padded(leet(word))],
    ['with signs around', (word) => padded(`!!${word}!!`)],
  ];

  it.each(dresses)(
    'of the first thousand are refused %s',
    async (_, dress) => {
      const known = new KnownPasswords(config);
      const passed: string[] = [];
      for (const word of top) {
        const password = dress(word);
        if (!(await known.has(password)) && (await verdictOn(password)) === 'taken') passed.push(password);
      }
      expect(passed).toEqual([]);
    },
    120_000,
  );

  it('of an imported file are refused from then on, and few others', async () => {
    const own = ['violet kettle under nine bridges', 'seven lanterns over the harbour'];
    const stranger = 'an oryx reads old maps slowly';
    const filler = Array.from({ length: 5000 }, (_, index) => sha1(`filler ${index}`));
    const source = join(folder, 'pwned.txt');
    writeFileSync(
      source,
      `${[...own.map(sha1), ...filler].map((hash) => `${hash}:3`).join('\r\n')}\r\nnot a hash\n`,
    );
    expect(await verdictOn(own[0] ?? '')).toBe('taken');
    const entries = await importBreaches({ source, target: join(folder, KNOWN_PASSWORDS_FILE) });
    expect(entries).toBe(5002);
    for (const password of own) expect(await verdictOn(password)).toBe('PASSWORD_KNOWN');
    expect(await verdictOn(stranger)).toBe('taken');
    const known = new KnownPasswords(config);
    let mistakes = 0;
    for (let times = 0; times < 2000; times += 1)
      if (await known.has(`nobody wrote this ${randomBytes(8).toString('hex')} yet`)) mistakes += 1;
    expect(mistakes).toBeLessThan(12);
  });

  it('are not forgotten when a file without hashes is imported', async () => {
    const source = join(folder, 'empty.txt');
    writeFileSync(source, 'nothing here\n');
    const target = join(folder, KNOWN_PASSWORDS_FILE);
    await expect(importBreaches({ source, target })).rejects.toThrow('No SHA-1 hashes');
    expect(await verdictOn('violet kettle under nine bridges')).toBe('PASSWORD_KNOWN');
  });
});

describe('a hash', () => {
  it('of less work than today’s is found, today’s is not', async () => {
    expect(isWeakHash(await hashPassword('violet kettle', pepper))).toBe(false);
    expect(isWeakHash('$argon2id$v=19$m=4096,t=3,p=1$c2FsdA$aGFzaA')).toBe(true);
    expect(isWeakHash('no hash')).toBe(true);
  });
});
