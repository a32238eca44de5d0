import { describe, expect, it } from '@jest/globals';
import { LOCALES } from '@qafila/shared/kernel/locale';
import { randomSymbols } from '../../../platform/ids/new-id';
import { deviceLine, deviceOf } from './device';
import { networkOf } from './network';
import { RECOVERY_SYMBOLS, readRecoveryCode, recoveryCodesOf } from './recovery-codes';
import { SECURITY_LEADS } from './security-leads';
import { LINK_MAILS, SECURITY_MAILS, SECURITY_SUBJECTS } from './security-subjects';
import { LINK_LABELS, LINK_PATHS } from './security-words';
import { delayAfter, isStopped } from './try-delay';

describe('mails about an account', () => {
  it.each(SECURITY_MAILS.map((kind) => [kind] as const))('%s is worded in four languages', (kind) => {
    for (const words of [SECURITY_SUBJECTS[kind], SECURITY_LEADS[kind]]) {
      expect(new Set(LOCALES.map((locale) => words[locale])).size).toBe(LOCALES.length);
      expect(words.ar).toMatch(/[\u0600-\u06ff]/);
      for (const locale of LOCALES) expect(words[locale]).not.toMatch(/!|\{|\bplease\b/i);
    }
  });

  it('say something else for each kind, and each link leads to a page of its own', () => {
    for (const locale of LOCALES) {
      const subjects = SECURITY_MAILS.map((kind) => SECURITY_SUBJECTS[kind][locale]);
      expect(new Set(subjects).size).toBe(subjects.length);
      for (const kind of LINK_MAILS) expect(LINK_LABELS[kind][locale]).not.toBe('');
    }
    // A change of address that was not asked for is taken back by a new password.
    expect(LINK_PATHS.email_change_asked).toBe(LINK_PATHS.password_reset);
    const paths = LINK_MAILS.filter((kind) => kind !== 'email_change_asked').map((kind) => LINK_PATHS[kind]);
    expect(new Set(paths).size).toBe(paths.length);
  });
});

describe('a network', () => {
  it.each([
    ['203.0.113.77', '203.0.113.0/24'],
    ['::ffff:203.0.113.77', '203.0.113.0/24'],
    ['2001:db8:85a3:8d3:1319:8a2e:370:7348', '2001:db8:85a3:8d3::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['nowhere', 'unknown'],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

describe('a device', () => {
  const CHROME = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0';
  it.each([
    [
      `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME} Safari/537.36 Edg/140.0`,
      'Edge',
      'Windows',
      'computer',
    ],
    [`Mozilla/5.0 (Windows NT 10.0) ${CHROME} Safari/537.36 EdgA/140.0`, 'Edge', 'Windows', 'computer'],
    [`Mozilla/5.0 (Linux; Android 15; Pixel 9) ${CHROME} Mobile Safari/537.36`, 'Chrome', 'Android', 'phone'],
    ['Mozilla/5.0 (iPad; CPU OS 18_0) Version/18.0 Safari/604.1', 'Safari', 'iPadOS', 'tablet'],
    [
      'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
      'Firefox',
      'Linux',
      'computer',
    ],
    ['curl/8.0', null, null, 'unknown'],
  ] as const)('%s', (agent, browser, system, kind) => {
    expect(deviceOf(agent)).toEqual({ browser, system, kind });
  });

  it('is one line in a mail, or nothing', () => {
    expect(deviceLine('Mozilla/5.0 (Macintosh) Gecko Firefox/140.0')).toBe('Firefox, macOS');
    expect(deviceLine('curl/8.0')).toBeNull();
  });
});

describe('recovery codes', () => {
  it('are ten of 49 bits, numbered, and read back however they are typed', () => {
    const codes = recoveryCodesOf(randomSymbols(RECOVERY_SYMBOLS));
    codes.forEach((code, index) => {
      expect(code).toMatch(/^\d{1,2}-[0-9A-HJKMNP-RTV-Z]{5}-[0-9A-HJKMNP-RTV-Z]{5}$/);
      expect(readRecoveryCode(` ${code.toLowerCase()} `)).toEqual({ position: index + 1, code });
    });
    expect(new Set(codes).size).toBe(10);
    expect(readRecoveryCode('123456')).toBeUndefined();
  });
});

describe('the wait after wrong passwords', () => {
  it('doubles from one second to sixty, and stops at twenty', () => {
    expect([4, 5, 6, 7, 10, 11, 19].map(delayAfter)).toEqual([0, 1, 2, 4, 32, 60, 60]);
    expect([19, 20].map(isStopped)).toEqual([false, true]);
  });
});
