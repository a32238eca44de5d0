import { demoInbox, demoMail } from '@qafila/shared/notifications/notifications.contract';
import { acceptInvitation, inviteMember } from '@qafila/shared/traders/members.contract';
import type { TestApp } from '../../../../test/support/test-app';
import type { TestPerson } from '../../../../test/support/test-people';
import { systemScope } from '../../../platform/access/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { newId } from '../../../platform/ids/new-id';
import { Mailer } from '../../../platform/mail/mailer';

export type Trader = TestPerson & { readonly companyId: string };
export const PASSWORD = 'argan rose lantern 4417';

/** What an invitation says, for a buyer unless told otherwise. */
export const invitationTo = (email: string, more: object = {}) => ({
  name: 'Rania Haddad',
  email,
  locale: 'en' as const,
  roles: ['buyer' as const],
  ownRoleIds: [] as string[],
  limit: null,
  approvalLimit: null,
  ...more,
});

/** Invites somebody by a fresh mail address, and answers it with the secret of the link that was mailed. */
export async function anInvitation(
  app: TestApp,
  owner: Trader,
  more: object = {},
): Promise<{ id: string; email: string; token: string }> {
  const email = `${newId()}@invited.example`;
  const { body, status } = await app.call(inviteMember, {
    as: owner,
    freshCode: await app.freshCode(owner),
    body: invitationTo(email, more),
  });
  if (status !== 200) throw new Error(`not invited: ${JSON.stringify(body)}`);
  return { id: body.id, email, token: await mailedToken(app, email) };
}

/** The secret of the newest invitation that went to this mail. */
export async function mailedToken(app: TestApp, email: string): Promise<string> {
  await app.get(Mailer).send();
  const { body } = await app.call(demoInbox);
  const mail = body.rows.find((row) => row.to === email);
  if (!mail) throw new Error(`No mail went to ${email}`);
  const { body: whole } = await app.call(demoMail, { params: { id: mail.id } });
  const token = /\/invitation#([\w-]{43})/.exec(whole.text)?.[1];
  if (!token) throw new Error('The mail has no link');
  return token;
}

export const accept = (app: TestApp, token: string) =>
  app.call(acceptInvitation, { body: { token, name: 'Rania Haddad', password: PASSWORD, locale: 'en' } });

/** The person who accepted the invitation of this mail. */
export const personOf = (app: TestApp, invitationId: string): Promise<string> =>
  app.get(UnitOfWork).runApart(systemScope('test'), async (tx) => {
    const [row] = await tx.query<{ accepted_by: string | null }>(
      'select accepted_by from invitations where id = $1',
      [invitationId],
    );
    return row?.accepted_by ?? '';
  });
