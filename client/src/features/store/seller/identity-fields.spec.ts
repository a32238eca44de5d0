import { describe, expect, it } from '@jest/globals';
import { differencesOf, withoutEmptyRows } from './identity-fields';

const IDENTITY = {
  nameLatin: 'Qafila Trading',
  nameArabic: 'شركة قافلة',
  otherNames: ['Qafila'],
  addressLines: ['6218 Al Kharj Road'],
  phones: ['+966114001234'],
  mails: ['portal@store.example'],
  domains: ['store.example'],
  vatNumber: '310998877600003',
  registrationNumber: '7009988776',
  gs1Prefix: '628100',
};

describe('what changed in the seller’s identity', () => {
  it('is nothing for the same values in another order', () => {
    const twoNames = { ...IDENTITY, otherNames: ['Qafila', 'قافلة'] };
    expect(differencesOf(twoNames, { ...twoNames, otherNames: ['قافلة', 'Qafila'] })).toEqual([]);
  });

  it('names what came and what went, in the order of the screen', () => {
    const after = { ...IDENTITY, gs1Prefix: '628101', otherNames: ['Qafila', 'Kafila'] };
    expect(differencesOf(IDENTITY, after)).toEqual([
      { key: 'otherNames', removed: [], added: ['Kafila'] },
      { key: 'gs1Prefix', removed: ['628100'], added: ['628101'] },
    ]);
  });

  it('does not count rows that were left empty', () => {
    const typed = { ...IDENTITY, phones: [...IDENTITY.phones, ' '] };
    expect(differencesOf(IDENTITY, withoutEmptyRows(typed))).toEqual([]);
  });
});
