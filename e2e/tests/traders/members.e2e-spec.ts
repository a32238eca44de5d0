import { randomUUID } from 'node:crypto';
import { inviteMember } from '@qafila/shared/traders/members.contract';
import { IdentityPages } from '../../pages/identity-pages';
import { OrderPages } from '../../pages/order-pages';
import { PeoplePage } from '../../pages/people-page';
import { goodOf, inArabicDigits } from '../../worlds/goods';
import { expect, test, type Visit } from '../../worlds/journey';
import { mailedLink } from '../../worlds/mails';
import { freshCode, PEOPLE } from '../../worlds/people';
import { call } from '../../worlds/portal-call';
import { ScreenWords } from '../../worlds/words';

const PASSWORD = 'tamarind kettle orbit violin';
const NOURA = 'Noura Al-Harbi';

/** Opens the link of the invitation, joins as somebody new, and enrols an authenticator app. Returns that link. */
async function join(visit: Visit, words: ScreenWords, email: string): Promise<string> {
  const { page, request } = visit;
  const link = await mailedLink(request, email, '/invitation');
  await page.goto(link);
  await expect(page.getByText(email)).toBeVisible();
  await page.getByLabel(words.say('company:join.password'), { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: words.say('company:join.accept') }).click();
  const identity = new IdentityPages(visit, words);
  await expect(identity.heading('enrol.heading.factor')).toBeVisible();
  await identity.enrolApp();
  await identity.keepRecoveryCodes();
  await expect(page).toHaveURL(/\/home$/);
  return link;
}

const inviteTo = async (
  owner: Visit,
  given: { readonly name: string; readonly email: string; readonly locale: 'en' | 'ar' },
): Promise<unknown> =>
  call(owner.request, inviteMember, {
    body: { ...given, roles: ['accountant'], ownRoleIds: [], limit: null, approvalLimit: null },
    freshCode: await freshCode(owner.request, PEOPLE.yusuf),
  });

for (const locale of ['en', 'ar'] as const) {
  test(`somebody is invited, joins, meets a limit, and is removed (${locale})`, async ({ visit }) => {
    test.setTimeout(240_000);
    const words = new ScreenWords(locale);
    const name = locale === 'ar' ? 'رانيا حداد' : 'Rania Haddad';
    const email = `rania-${locale}-${randomUUID().slice(0, 8)}@darnour.example`;

    const people = new PeoplePage(await visit({ as: PEOPLE.noura, locale }), words, PEOPLE.noura);
    await people.open();
    await people.invite({ name, email, limit: locale === 'ar' ? inArabicDigits('1000') : '1,000' });

    const rania = await visit({ locale });
    const link = await join(rania, words, email);

    const order = new OrderPages(rania, words);
    await order.begin(locale === 'ar' ? 'طلب فوق الحد' : 'Over the limit');
    await order.type(await goodOf(rania.request, 'ARG-100'), '96');
    await expect(rania.page.getByText(words.say('ordering:minimum.met')).first()).toBeVisible();
    await order.review();
    const refusal = locale === 'ar' ? /حدّك .*1,000\.00/u : /Your limit is SAR.1,000\.00 until/u;
    await expect(rania.page.getByText(refusal)).toBeVisible();
    await expect(order.button('review.place')).toHaveAttribute('aria-disabled', 'true');

    // Another company invites her too: her session is asked again, and she can switch without a new sign-in.
    await inviteTo(await visit({ as: PEOPLE.yusuf, locale }), { name, email, locale });
    const newest = () => mailedLink(rania.request, email, '/invitation');
    await expect.poll(newest).not.toBe(link);
    await rania.page.goto(await newest());
    await rania.page.getByRole('button', { name: words.say('company:join.withAccount') }).click();
    await rania.page.getByRole('link', { name: words.say('company:join.home') }).click();
    const companies = rania.page.getByLabel(words.say('identity:company.switch'));
    await expect(companies.getByRole('option')).toHaveCount(2);

    await people.open();
    await expect(people.row(email)).toContainText(words.say('company:member.active'));
    await people.remove(email, NOURA);
    await rania.page.goto('/orders');
    await expect(rania.page).toHaveURL(/\/sign-in/);
  });
}
