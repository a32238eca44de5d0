import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signIn } from '@qafila/shared/identity/identity.contract';
import { openLostFactor } from '@qafila/shared/identity/lost-factor.contract';
import { staffToday, type TODAY_KINDS } from '@qafila/shared/oversight/oversight.contract';
import { saudiIban } from '@qafila/shared/payments/iban';
import { proposeAccount } from '@qafila/shared/store/seller.contract';
import { approveRoleChange, changeStaffRole, listStaff } from '@qafila/shared/store/staff.contract';
import { aTestApp, type TestApp } from '../../../../test/support/test-app';
import type { TestPerson } from '../../../../test/support/test-people';
import { loadSeller } from '../../../demo/load-companies';
import { aBriefInDesign, aDesk, aSentBrief, aSentProof } from '../../branding/testing/a-brief';
import { anApproved, changesAsked, check } from '../../branding/testing/a-decision';
import { anAccount, Browser, GOOD_PASSWORD } from '../../identity/testing/account-steps';
import { aSubmitted } from '../../traders/testing/an-application';

let app: TestApp;
let admin: TestPerson;
let otherAdmin: TestPerson;
let officer: TestPerson;
let manager: TestPerson;
let finance: TestPerson;
beforeAll(async () => {
  app = await aTestApp();
  admin = await app.aStaff('admin');
  otherAdmin = await app.aStaff('admin');
  officer = await app.aStaff('privacy_officer');
  manager = await app.aStaff('account_manager');
  finance = await app.aStaff('finance');
});
afterAll(() => app.close());

const card = async (as: TestPerson, kind: (typeof TODAY_KINDS)[number]) =>
  (await app.call(staffToday, { as })).body.cards.find((each) => each.kind === kind);

describe('Today', () => {
  it('counts applications without an answer for account managers, since the oldest was sent', async () => {
    expect(await card(manager, 'applications_to_review')).toMatchObject({ count: 0, oldest: null });
    const sentAt = app.clock.now().getTime();
    await aSubmitted(app);
    await aSubmitted(app, { country: 'NO' });
    const waiting = await card(manager, 'applications_to_review');
    expect(waiting?.count).toBe(2);
    expect(Date.parse(waiting?.oldest ?? '')).toBeGreaterThanOrEqual(sentAt);
    expect(await card(finance, 'applications_to_review')).toBeUndefined();
  });

  it('counts lost factors for those who decide on them', async () => {
    const { email } = await anAccount(app);
    const browser = new Browser(app);
    await browser.good(signIn, { body: { email, password: GOOD_PASSWORD } });
    await browser.good(openLostFactor, { body: { text: 'My phone was stolen in Jeddah.' } });
    expect((await card(manager, 'factor_cases_to_decide'))?.count).toBe(1);
    expect((await card(officer, 'factor_cases_to_decide'))?.count).toBe(1);
    expect(await card(admin, 'factor_cases_to_decide')).toBeUndefined();
  });

  it('shows a role that waits to everybody who may be the second person, not to who proposed it', async () => {
    const body = { role: 'finance' as const, step: 'grant' as const, reason: 'Holiday cover' };
    const params = { id: otherAdmin.personId };
    await app.call(changeStaffRole, { as: admin, params, body, freshCode: await app.freshCode(admin) });
    expect((await card(officer, 'roles_second'))?.count).toBe(1);
    expect((await card(admin, 'roles_second'))?.count).toBe(0);
    // Nobody is the second person of his own roles.
    expect((await card(otherAdmin, 'roles_second'))?.count).toBe(0);
    const { people } = (await app.call(listStaff, { as: officer })).body;
    const id = people.find((each) => each.id === params.id)?.waiting[0]?.id ?? '';
    const freshCode = await app.freshCode(officer);
    await app.call(approveRoleChange, { as: officer, params: { id }, body: {}, freshCode });
    expect((await card(officer, 'roles_second'))?.count).toBe(0);
  });

  it('counts for designers what nobody has and what is theirs, and for account managers the quotes that are wanted', async () => {
    const desk = await aDesk(app);
    await aSentBrief(app, desk.trader);
    expect((await card(desk.maker, 'briefs_free'))?.count).toBe(1);
    const brief = await aBriefInDesign(app, desk);
    expect((await card(desk.maker, 'briefs_mine'))?.count).toBe(1);
    expect((await card(desk.gatekeeper, 'briefs_mine'))?.count).toBe(1);
    expect((await card(manager, 'quotes_wanted'))?.count).toBe(0);
    for (const _ of [1, 2, 3])
      await changesAsked(app, desk.trader, (await aSentProof(app, desk, brief.id)).id);
    expect((await card(manager, 'quotes_wanted'))?.count).toBe(1);
    expect(await card(manager, 'briefs_mine')).toBeUndefined();
  });

  it('counts for designers the signed specs another than their maker has to check, with no statement more', async () => {
    const desk = await aDesk(app);
    const since = app.clock.now().getTime();
    const statements = () => app.statements(() => card(desk.gatekeeper, 'specs_to_check'));
    const before = await statements();
    expect((await card(desk.gatekeeper, 'specs_to_check'))?.count).toBe(0);
    const { specId } = await anApproved(app, desk);
    const waiting = await card(desk.gatekeeper, 'specs_to_check');
    expect(waiting?.count).toBe(1);
    expect(Date.parse(waiting?.oldest ?? '')).toBeGreaterThanOrEqual(since);
    expect((await card(desk.maker, 'specs_to_check'))?.count).toBe(0);
    expect(await card(manager, 'specs_to_check')).toBeUndefined();
    expect((await statements()).length).toBe(before.length);
    expect((await check(app, desk.gatekeeper, specId)).status).toBe(200);
    expect((await card(desk.gatekeeper, 'specs_to_check'))?.count).toBe(0);
  });

  it('shows another bank account to finance, not to who proposed it', async () => {
    await app.system((tx) => loadSeller(app.nest, tx));
    const body = {
      iban: saudiIban('80', '300000000003'),
      bic: 'NJDBSARI',
      bank: { latin: 'Najd', arabic: 'نجد' },
    };
    const answer = await app.call(proposeAccount, { as: admin, body, freshCode: await app.freshCode(admin) });
    expect(answer.status).toBe(200);
    expect((await card(finance, 'account_second'))?.count).toBe(1);
    expect((await card(admin, 'account_second'))?.count).toBe(0);
  });
});
