import { z } from 'zod';
import { bytes, endpoint, idParam } from '../access/endpoint';
import { LOCALES } from '../kernel/locale';

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
export const notificationsEndpoints = [demoInbox, demoMail, demoMailPage];
