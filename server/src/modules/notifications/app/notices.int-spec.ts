import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NoticeChannel } from '@qafila/shared/notifications/notice-events';
import {
  countNotices,
  demoInbox,
  listNotices,
  putWishes,
  readAllNotices,
  readNotice,
} from '@qafila/shared/notifications/notifications.contract';
import { leaveCompany } from '@qafila/shared/traders/members.contract';
import { aTestApp, type TestApp } from '../../../../test/support/test-app';
import type { TestPerson } from '../../../../test/support/test-people';
import { Mailer } from '../../../platform/mail/mailer';
import { type NewNotice, Notices } from '../../../platform/notices/notices';
import { SendDueNotices } from './send-due-notices';

type Trader = TestPerson & { readonly companyId: string };

let app: TestApp;
beforeAll(async () => {
  app = await aTestApp();
});
afterAll(() => app.close());

const HOUR_MS = 3_600_000;

const tell = (who: Trader, more: Partial<NewNotice> = {}): Promise<void> =>
  app.system((tx) =>
    app.get(Notices).tell(tx, {
      companyId: who.companyId,
      to: { personIds: [who.personId] },
      event: 'order_confirmed',
      params: { code: 'K7M-2QX9' },
      link: '/orders/1',
      ...more,
    }),
  );
type Wished = Partial<Record<'order_confirmed' | 'password_changed', NoticeChannel>>;
const wish = (who: Trader, wished: Wished, more: object = {}) =>
  app.call(putWishes, {
    as: who,
    body: {
      wishes: Object.entries(wished).map(([event, channel]) => ({ event: event as keyof Wished, channel })),
      quiet: null,
      digestHour: 8,
      ...more,
    },
  });
/** Subjects of the mails that left for this person, oldest first. */
async function mailsTo(who: Trader): Promise<string[]> {
  await app.get(Mailer).send();
  const { body } = await app.call(demoInbox);
  return body.rows
    .filter((mail) => mail.to === who.email)
    .map((mail) => mail.subject)
    .reverse();
}
const unread = async (who: Trader): Promise<number> =>
  (await app.call(countNotices, { as: who })).body.unread;
/** Moves the clock to a full hour in Riyadh (three hours before UTC's). */
async function untilHour(hour: number): Promise<void> {
  const now = app.clock.now();
  const wanted = new Date(now);
  wanted.setUTCHours(hour - 3, 0, 0, 0);
  while (wanted <= now) wanted.setTime(wanted.getTime() + 24 * HOUR_MS);
  await app.clock.advance(wanted.getTime() - now.getTime());
}

describe('a notice', () => {
  it('stands in the inbox and goes by mail to who chose nothing', async () => {
    const owner = await app.aTrader();
    await tell(owner);
    const { body } = await app.call(listNotices, { as: owner });
    expect(body.rows).toMatchObject([
      { event: 'order_confirmed', params: { code: 'K7M-2QX9' }, link: '/orders/1', isRead: false },
    ]);
    expect(await mailsTo(owner)).toEqual(['Order K7M-2QX9 is paid']);
  });

  it.each<[NoticeChannel, number, number]>([
    ['in_app', 1, 0],
    ['mail', 1, 1],
    ['digest', 1, 0],
    ['off', 0, 0],
  ])('wished as %s: %s in the inbox, %s by mail at once', async (channel, inbox, mails) => {
    const owner = await app.aTrader();
    await wish(owner, { order_confirmed: channel });
    await tell(owner);
    expect(await unread(owner)).toBe(inbox);
    expect(await mailsTo(owner)).toHaveLength(mails);
  });

  it('about the safety of the account cannot be switched off and does not wait', async () => {
    const owner = await app.aTrader();
    const { body } = await wish(owner, { password_changed: 'off' }, { quiet: { from: 0, to: 23 } });
    expect(body.wishes.find((each) => each.event === 'password_changed')?.channel).toBe('mail');
    await tell(owner, { event: 'password_changed', params: {} });
    expect(await mailsTo(owner)).toEqual(['Your password was changed']);
    expect(await unread(owner)).toBe(1);
  });

  it('reaches only active people of the company, whoever is named', async () => {
    const owner = await app.aTrader();
    const gone = await app.aTrader({ role: 'buyer', company: owner });
    const stranger = await app.aTrader();
    await app.system((tx) =>
      tx.query(`update memberships set state = 'suspended' where person_id = $1`, [gone.personId]),
    );
    await tell(owner, { to: { personIds: [gone.personId, stranger.personId], roles: ['owner'] } });
    expect(await unread(owner)).toBe(1);
    expect(await unread(gone)).toBe(0);
    expect(await unread(stranger)).toBe(0);
  });

  it('keeps its values sealed', async () => {
    const owner = await app.aTrader();
    await tell(owner, { event: 'member_joined', params: { name: 'Sealed Person' } });
    const [row] = await app.system((tx) =>
      tx.query<{ row: string }>('select n::text as row from notices n where person_id = $1', [
        owner.personId,
      ]),
    );
    expect(row?.row).not.toContain('Sealed Person');
  });
});

describe('quiet hours', () => {
  it('hold a mail until they are over, once', async () => {
    const owner = await app.aTrader();
    await wish(owner, { order_confirmed: 'mail' }, { quiet: { from: 22, to: 7 } });
    await untilHour(23);
    await tell(owner);
    await app.get(SendDueNotices).run();
    expect(await mailsTo(owner)).toEqual([]);
    expect(await unread(owner)).toBe(1);
    await untilHour(7);
    await app.get(SendDueNotices).run();
    await app.get(SendDueNotices).run();
    expect(await mailsTo(owner)).toEqual(['Order K7M-2QX9 is paid']);
  });
});

describe('the digest', () => {
  it('is one mail a day at the chosen hour with everything since', async () => {
    const owner = await app.aTrader();
    await wish(owner, { order_confirmed: 'digest' }, { digestHour: 9 });
    await untilHour(12);
    await tell(owner);
    await tell(owner, { params: { code: 'B2B-4444' } });
    await app.get(SendDueNotices).run();
    expect(await mailsTo(owner)).toEqual([]);
    await untilHour(9);
    await app.get(SendDueNotices).run();
    await app.get(SendDueNotices).run();
    const mails = await mailsTo(owner);
    expect(mails).toHaveLength(1);
    expect(mails[0]).toContain('(2)');
  });

  it('sent by two workers at once goes out once', async () => {
    const owner = await app.aTrader();
    await wish(owner, { order_confirmed: 'digest' });
    await tell(owner);
    await untilHour(8);
    await Promise.all([app.get(SendDueNotices).run(), app.get(SendDueNotices).run()]);
    expect(await mailsTo(owner)).toHaveLength(1);
  });
});

describe('mails that wait for somebody', () => {
  /** A held mail and a digest for a buyer, both due. */
  async function waiting(): Promise<{ owner: Trader; buyer: Trader }> {
    const owner = await app.aTrader();
    const buyer = await app.aTrader({ role: 'buyer', company: owner });
    await wish(buyer, { order_confirmed: 'digest' });
    await tell(buyer);
    return { owner, buyer };
  }
  const membership = (who: Trader, state: string): Promise<unknown> =>
    app.system((tx) =>
      tx.query('update memberships set state = $2 where person_id = $1', [who.personId, state]),
    );

  it('do not leave while he is shut out of the company', async () => {
    const { buyer } = await waiting();
    await membership(buyer, 'suspended');
    await untilHour(8);
    await app.get(SendDueNotices).run();
    expect(await mailsTo(buyer)).toEqual([]);
    await membership(buyer, 'active');
    await app.get(SendDueNotices).run();
    expect(await mailsTo(buyer)).toHaveLength(1);
  });

  it('are dropped when he leaves, and stay dropped when he comes back', async () => {
    const { buyer } = await waiting();
    await app.call(leaveCompany, { as: buyer, body: { handOverTo: null } });
    await app.drain();
    await membership(buyer, 'active');
    await untilHour(8);
    await app.get(SendDueNotices).run();
    expect(await mailsTo(buyer)).toEqual([]);
  });
});

describe('the inbox', () => {
  it('pages by key, newest first, and shows the unread alone', async () => {
    const owner = await app.aTrader();
    for (const code of ['A11-1111', 'A22-2222', 'A33-3333']) await tell(owner, { params: { code } });
    const first = await app.call(listNotices, { as: owner, query: { limit: 2 } });
    expect(first.body.rows.map((row) => row.params.code)).toEqual(['A33-3333', 'A22-2222']);
    const rest = await app.call(listNotices, {
      as: owner,
      query: { limit: 2, after: first.body.next ?? '' },
    });
    expect(rest.body.rows.map((row) => row.params.code)).toEqual(['A11-1111']);
    expect(rest.body.next).toBeNull();
    const [newest] = first.body.rows;
    await app.call(readNotice, { as: owner, params: { id: newest?.id ?? '' } });
    const open = await app.call(listNotices, { as: owner, query: { view: 'unread' } });
    expect(open.body.rows.map((row) => row.params.code)).toEqual(['A22-2222', 'A11-1111']);
    await app.call(readAllNotices, { as: owner });
    expect(await unread(owner)).toBe(0);
  });

  it('costs two statements', async () => {
    const owner = await app.aTrader();
    await tell(owner);
    const statements = await app.statements(() => app.call(listNotices, { as: owner }));
    expect(statements.length).toBeLessThanOrEqual(3);
  });

  it('answers for a colleague’s notice as for none', async () => {
    const owner = await app.aTrader();
    const buyer = await app.aTrader({ role: 'buyer', company: owner });
    await tell(owner);
    const { body } = await app.call(listNotices, { as: owner });
    const id = body.rows[0]?.id ?? '';
    const answer = await app.call(readNotice, { as: buyer, params: { id } });
    expect(answer.body.code).toBe('NOT_FOUND');
    expect(await unread(owner)).toBe(1);
  });
});
