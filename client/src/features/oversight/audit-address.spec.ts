import { describe, expect, it } from '@jest/globals';
import { type AuditFilters, isReadable, queryOf } from './audit-address';

const none: AuditFilters = { event: '', person: '', company: '', subject: '', from: '', until: '' };
const id = '01890a5d-ac96-774b-bcce-b302099a8057';

describe('the filters of the trail', () => {
  it('send nothing when there is none', () => {
    expect(queryOf(none)).toEqual({});
  });

  it('send whole days: from its first moment to the first of the day after', () => {
    expect(queryOf({ ...none, from: '2026-02-28', until: '2026-02-28' })).toEqual({
      from: '2026-02-28T00:00:00.000Z',
      until: '2026-03-01T00:00:00.000Z',
    });
  });

  it('leave out what nobody can read: half an id, a day that is none', () => {
    expect(queryOf({ ...none, person: id.slice(0, 8), company: id, from: '2026-99-99' })).toEqual({
      company: id,
    });
    expect(isReadable('until', 'yesterday')).toBe(false);
    expect(isReadable('subject', 'anything')).toBe(true);
  });
});
