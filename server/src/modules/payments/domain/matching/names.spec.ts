import { describe, expect, it } from '@jest/globals';
import { bestLikeness, likeness } from './names';

describe('two names', () => {
  it.each([
    ['DAR AL NOOR TRADING CO.', 'شركة دار النور التجارية'],
    ['Dar Nour Trading Est', 'DAR NOUR'],
    ['NOUR DAR', 'Dar Nour'],
    ['مؤسسة الروابي للتجارة', 'Al-Rawabi Trading Establishment'],
    ['Khalid Qamar LLC', 'خالد قمر'],
    ['شركة أطلس', 'ATLAS COMPANY'],
    ['Jazīrah Gifts', 'AL JAZIRA GIFTS'],
  ])('%s and %s are the same', (a, b) => {
    expect(likeness(a, b)).toBeGreaterThanOrEqual(90);
    expect(likeness(b, a)).toBe(likeness(a, b));
  });

  it.each([
    ['Dar Nour', 'Rawabi Hospitality'],
    ['Nour', 'Nour Atlas Gifts'],
    ['شركة النور', 'شركة الصفا'],
    ['Atlas 12', 'Atlas 13'],
  ])('%s and %s are not', (a, b) => {
    expect(likeness(a, b)).toBeLessThan(90);
  });

  it('that say nothing are not compared', () => {
    expect(likeness('', 'Dar Nour')).toBeNull();
    expect(likeness('شركة التجارة', 'Dar Nour')).toBeNull();
    expect(bestLikeness('Dar Nour', ['Company', ''])).toBeNull();
    expect(bestLikeness('Dar Nour', ['Atlas', 'دار نور'])).toBe(100);
  });
});
