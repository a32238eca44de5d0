import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { LINK_TRIES } from '@qafila/shared/identity/identity.rules';
import { saudiIban } from '@qafila/shared/payments/iban';
import { approveAccount, proposeAccount } from '@qafila/shared/store/seller.contract';
import { acceptStaffInvitation, inviteStaff, suspendStaff } from '@qafila/shared/store/staff.contract';
import { aTestApp, type TestApp } from '../../../test/support/test-app';
import type { TestPerson } from '../../../test/support/test-people';
import { DEMO_SELLER } from '../../demo/demo-companies';
import { loadSeller } from '../../demo/load-companies';
import { newId } from '../../platform/ids/new-id';
import { linkTokenOf } from './testing/link-token';

let app: TestApp;
let admin: TestPerson;
beforeAll(async () => {
  app = await aTestApp();
  await app.system((tx) => loadSeller(app.nest, tx));
  admin = await app.aStaff('admin');
});
afterAll(() => app.close());

const codesOf = (answers: readonly { status: number; body: { code?: string } }[]) =>
  answers.map(({ status, body }) => (status === 200 ? 'done' : (body.code ?? status))).sort();

it('of ten people who approve one account at once, one is the second person', async () => {
  const body = {
    iban: saudiIban('80', '700000000007'),
    bic: 'NJDBSARI',
    bank: { ...DEMO_SELLER.identity.bank },
  };
  const proposed = await app.call(proposeAccount, { as: admin, body, freshCode: await app.freshCode(admin) });
  const desk = await Promise.all(Array.from({ length: 10 }, () => app.aStaff('finance')));
  await app.clock.advance(30_000);
  const now = app.clock.now();
  const answers = await Promise.all(
    desk.map((as) =>
      app.call(approveAccount, {
        as,
        params: { id: proposed.body.id },
        body: { iban: body.iban },
        freshCode: as.codeAt(now),
      }),
    ),
  );
  expect(codesOf(answers)).toEqual([...Array.from({ length: 9 }, () => 'WRONG_STATE'), 'done']);
  const events = await app.system((tx) =>
    tx.query(`select 1 from audit_event where event = 'store.account_approved'`),
  );
  expect(events).toHaveLength(1);
});

it('of fifty uses of one invitation, one makes a person', async () => {
  const email = `${newId()}@store.example`;
  await app.call(inviteStaff, {
    as: admin,
    body: { name: 'Rana Saleh', email, locale: 'ar', roles: ['designer'] },
    freshCode: await app.freshCode(admin),
  });
  await app.drain();
  const token = await linkTokenOf(app, email);
  const answers = await Promise.all(
    Array.from({ length: 50 }, () =>
      app.call(acceptStaffInvitation, { body: { token, password: 'seven quiet camels at noon' } }),
    ),
  );
  const tried = LINK_TRIES.value;
  expect(codesOf(answers)).toEqual([
    ...Array.from({ length: tried - 1 }, () => 'INVITATION_GONE'),
    ...Array.from({ length: 50 - tried }, () => 'TOO_MANY_TRIES'),
    'done',
  ]);
  const people = await app.system((tx) =>
    tx.query(`select 1 from people where kind = 'staff' and name = 'Rana Saleh'`),
  );
  expect(people).toHaveLength(1);
});

it('two admins who suspend one another at once leave one admin', async () => {
  const other = await app.aStaff('admin');
  await app.clock.advance(30_000);
  const now = app.clock.now();
  const suspend = (as: TestPerson, whom: TestPerson) =>
    app.call(suspendStaff, {
      as,
      params: { id: whom.personId },
      body: { reason: 'Quarrel' },
      freshCode: as.codeAt(now),
    });
  const answers = await Promise.all([suspend(admin, other), suspend(other, admin)]);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  const left = await app.system((tx) =>
    tx.query(
      `select 1 from people p join staff_roles r on r.person_id = p.id where r.role = 'admin' and p.state = 'active'`,
    ),
  );
  expect(left).toHaveLength(1);
});
