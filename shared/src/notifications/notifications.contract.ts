import { z } from 'zod';
import { bytes, done, endpoint, idParam } from '../access/endpoint';
import { LOCALES } from '../kernel/locale';
import { pageOf, pageQuery } from '../kernel/page';
import { problemParamSchema } from '../kernel/problem';
import { NOTICE_CHANNELS, NOTICE_EVENT_NAMES } from './notice-events';

export const demoInbox = endpoint({
  id: 'notifications.demo_inbox',
  method: 'GET',
  path: '/demo/inbox',
  access: 'public',
  demoOnly: true,
  summary: 'Mails the demo world sent, newest first',
  reply: z.strictObject({
    rows: z.array(
      z.strictObject({
        id: z.uuid(),
        to: z.string(),
        from: z.string(),
        subject: z.string(),
        locale: z.enum(LOCALES),
        at: z.iso.datetime(),
      }),
    ),
  }),
});
export const demoMail = endpoint({
  id: 'notifications.demo_mail',
  method: 'GET',
  path: '/demo/inbox/:id',
  access: 'public',
  demoOnly: true,
  summary: 'One mail of the demo inbox',
  params: idParam,
  reply: z.strictObject({
    id: z.uuid(),
    to: z.string(),
    from: z.string(),
    subject: z.string(),
    locale: z.enum(LOCALES),
    at: z.iso.datetime(),
    html: z.string(),
    text: z.string(),
  }),
});
export const demoMailPage = endpoint({
  id: 'notifications.demo_mail_page',
  method: 'GET',
  path: '/demo/inbox/:id/page',
  access: 'public',
  demoOnly: true,
  summary: 'One mail as its reader sees it, for the frame of the inbox page; sandboxed, without scripts',
  params: idParam,
  reply: bytes,
  raw: 'text/html',
});

const noticeEvent = z.enum(NOTICE_EVENT_NAMES);
const hour = z.int().min(0, 'too_small').max(23, 'too_big');
/** One thing that happened, for one person of a trader. */
export const noticeView = z.strictObject({
  id: z.uuid(),
  event: noticeEvent,
  params: z.record(z.string(), problemParamSchema),
  /** Path inside the portal, or nothing to open. */
  link: z.string().nullable(),
  at: z.iso.datetime(),
  isRead: z.boolean(),
});
export const listNotices = endpoint({
  id: 'notifications.list',
  method: 'GET',
  path: '/notices',
  access: 'person',
  summary: 'What happened, for the person who asks, newest first',
  query: pageQuery.extend({ view: z.enum(['all', 'unread']).default('all') }),
  reply: pageOf(noticeView),
  errors: ['NOT_ALLOWED'],
});
export const countNotices = endpoint({
  id: 'notifications.count',
  method: 'GET',
  path: '/notices/count',
  access: 'person',
  summary: 'How many notices the person has not read; counts to 100',
  reply: z.strictObject({ unread: z.int() }),
  errors: ['NOT_ALLOWED'],
});
export const readNotice = endpoint({
  id: 'notifications.read',
  method: 'POST',
  path: '/notices/:id/read',
  access: 'person',
  owned: 'notice',
  summary: 'Marks one notice of the person as read',
  params: idParam,
  reply: done,
  errors: ['NOT_FOUND'],
});
export const readAllNotices = endpoint({
  id: 'notifications.read_all',
  method: 'POST',
  path: '/notices/read',
  access: 'person',
  summary: 'Marks every notice of the person as read',
  reply: done,
  errors: ['NOT_ALLOWED'],
});

const wishesView = z.strictObject({
  wishes: z.array(z.strictObject({ event: noticeEvent, channel: z.enum(NOTICE_CHANNELS) })),
  /** Full hours in the company's time zone; mails wait until they are over. */
  quiet: z.strictObject({ from: hour, to: hour }).nullable(),
  digestHour: hour,
});
export const getWishes = endpoint({
  id: 'notifications.wishes',
  method: 'GET',
  path: '/notices/wishes',
  access: 'person',
  summary: 'Which notices the person wants, and how',
  reply: wishesView.extend({ timeZone: z.string() }),
  errors: ['NOT_ALLOWED'],
});
export const putWishes = endpoint({
  id: 'notifications.put_wishes',
  method: 'PUT',
  path: '/notices/wishes',
  access: 'person',
  summary: 'Sets which notices the person wants; those about the safety of the account stay on',
  body: wishesView,
  reply: wishesView.extend({ timeZone: z.string() }),
  errors: ['NOT_ALLOWED'],
});
export const notificationsEndpoints = [
  demoInbox,
  demoMail,
  demoMailPage,
  listNotices,
  countNotices,
  readNotice,
  readAllNotices,
  getWishes,
  putWishes,
];
