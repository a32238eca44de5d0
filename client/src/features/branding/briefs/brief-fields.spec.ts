import { describe, expect, it } from '@jest/globals';
import type { BriefFields } from '@qafila/shared/branding/brief-views';
import { type BriefField, changedSince, typedOver } from './brief-fields';

const SAVED: BriefFields = {
  brandProfileId: 'a',
  packagingSpecId: null,
  productIds: [],
  quantity: 500,
  title: 'Label',
  objectives: '',
  mustHave: ['Mark'],
  mustNot: [],
  references: [],
  languages: ['ar'],
  deadline: null,
  approvalsNeeded: 1,
};
const of = (...fields: BriefField[]): ReadonlySet<BriefField> => new Set(fields);

describe('a brief that saves itself', () => {
  it('puts only what was typed here over what a colleague saved meanwhile', () => {
    const theirs = { ...SAVED, title: 'Sleeve', quantity: 800 };
    const mine = { ...SAVED, title: 'Label, larger' };
    expect(typedOver(theirs, mine, of('title'))).toEqual({ ...theirs, title: 'Label, larger' });
  });

  it('keeps waiting for the server what was changed again while a save was under way', () => {
    const sent = { ...SAVED, title: 'Lab', mustHave: ['Mark', 'Volume'] };
    const now = { ...sent, title: 'Label' };
    expect([...changedSince(sent, now, of('title', 'mustHave'))]).toEqual(['title']);
  });
});
