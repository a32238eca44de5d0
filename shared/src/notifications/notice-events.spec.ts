import { describe, expect, it } from '@jest/globals';
import { LOCALES } from '../kernel/locale';
import { placeholdersOf } from '../kernel/problem';
import {
  channelFor,
  isSecurityNotice,
  NOTICE_CHANNELS,
  NOTICE_EVENT_NAMES,
  NOTICE_EVENTS,
} from './notice-events';

describe('notices', () => {
  it.each(NOTICE_EVENT_NAMES)('%s says the same values in four languages', (event) => {
    const { say } = NOTICE_EVENTS[event];
    for (const locale of LOCALES) {
      expect(say[locale]).not.toBe('');
      expect(placeholdersOf(say[locale]).sort()).toEqual(placeholdersOf(say.en).sort());
    }
  });

  it('about the safety of an account cannot be switched off', () => {
    const security = NOTICE_EVENT_NAMES.filter(isSecurityNotice);
    expect(security.length).toBeGreaterThan(3);
    for (const event of security) {
      for (const wish of NOTICE_CHANNELS) expect(channelFor(event, wish)).toBe('mail');
    }
  });

  it('of every other kind follow the wish', () => {
    for (const wish of NOTICE_CHANNELS) expect(channelFor('order_confirmed', wish)).toBe(wish);
    expect(channelFor('member_joined', null)).toBe('digest');
  });
});
