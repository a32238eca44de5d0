import { saudiIban } from '@qafila/shared/payments/iban';
import { DEMO_SELLER } from '../../../src/demo/demo-companies';
import { ChangeRole } from '../../../src/modules/store/app/change-role';
import { InviteStaff } from '../../../src/modules/store/app/invite-staff';
import { ProposeAccount } from '../../../src/modules/store/app/propose-account';
import { newId } from '../../../src/platform/ids/new-id';
import type { TestPerson } from '../test-people';
import type { World } from '../world';
import type { Sample, Samples } from './sample';

const { bank, ...IDENTITY } = DEMO_SELLER.identity;
const ACCOUNT = { iban: saudiIban('80', '608010167001'), bic: DEMO_SELLER.bic, bank };
const reason = 'Holiday cover';

/** Somebody of the staff whom nobody else in the world needs: his roles and sessions come and go. */
const spares = new WeakMap<World, Promise<TestPerson>>();
function spareOf(world: World): Promise<TestPerson> {
  const known = spares.get(world) ?? world.app.aStaff('designer');
  spares.set(world, known);
  return known;
}
const onSpare =
  (body: object): Sample =>
  async ({ world }) => ({ params: { id: (await spareOf(world)).personId }, body });

/** The id of the newest row in the state, made first where there is none. */
async function openRow(
  { app }: World,
  from: { table: 'seller_account_changes' | 'staff_invitations' | 'staff_role_changes'; states: string[] },
  make: () => Promise<unknown>,
): Promise<string> {
  const find = () =>
    app.system((tx) =>
      tx.query<{ id: string }>(
        `select id from ${from.table} where state = any($1::text[]) order by id desc limit 1`,
        [from.states],
      ),
    );
  let [row] = await find();
  if (!row) {
    await make();
    [row] = await find();
  }
  if (!row) throw new Error(`No open row in ${from.table}`);
  return row.id;
}

const anAccountChange: Sample = async ({ world }) => {
  const { app, staff } = world;
  const from = { table: 'seller_account_changes' as const, states: ['proposed', 'approved'] };
  const id = await openRow(world, from, () => app.get(ProposeAccount).run(staff.admin.actor, ACCOUNT));
  return { params: { id }, body: { iban: ACCOUNT.iban } };
};
const anInvitation: Sample = async ({ world }) => {
  const { app, staff } = world;
  const invitation = {
    name: 'Rana Saleh',
    email: `${newId()}@store.example`,
    locale: 'ar' as const,
    roles: ['finance' as const],
  };
  const from = { table: 'staff_invitations' as const, states: ['proposed'] };
  const id = await openRow(world, from, () => app.get(InviteStaff).invite(staff.admin.actor, invitation));
  return { params: { id } };
};
const aRoleChange: Sample = async ({ world }) => {
  const { app, staff } = world;
  const { personId } = await spareOf(world);
  const from = { table: 'staff_role_changes' as const, states: ['proposed'] };
  const id = await openRow(world, from, async () => {
    const held = await app.system((tx) =>
      tx.query(`select 1 from staff_roles where person_id = $1 and role = 'finance'`, [personId]),
    );
    const step = held.length > 0 ? ('revoke' as const) : ('grant' as const);
    await app.get(ChangeRole).change(staff.admin.actor, { personId, role: 'finance', step, reason });
  });
  return { params: { id } };
};

export const storeSamples: Samples = {
  'store.edit_seller': async ({ world }) => {
    const [row] = await world.app.system((tx) =>
      tx.query<{ version: number }>('select version from seller_settings'),
    );
    return { version: row?.version ?? 0, body: { ...IDENTITY } };
  },
  'store.propose_account': async ({ world }) => {
    // One change at a time: what another cell proposed is off the table.
    await world.app.system((tx) =>
      tx.query(
        `update seller_account_changes set state = 'withdrawn' where state in ('proposed', 'approved')`,
      ),
    );
    return { body: ACCOUNT };
  },
  'store.approve_account': anAccountChange,
  'store.withdraw_account': async (at) => ({ ...(await anAccountChange(at)), body: {} }),
  'store.invite_staff': () => ({
    body: { name: 'Rana Saleh', email: `${newId()}@store.example`, locale: 'ar', roles: ['designer'] },
  }),
  'store.approve_invitation': anInvitation,
  'store.withdraw_invitation': anInvitation,
  'store.read_invitation': () => ({ body: { token: 'a'.repeat(43) } }),
  'store.accept_invitation': () => ({ body: { token: 'a'.repeat(43), password: 'seven quiet camels' } }),
  'store.change_role': onSpare({ role: 'warehouse', step: 'grant', reason }),
  'store.approve_role_change': aRoleChange,
  'store.withdraw_role_change': aRoleChange,
  'store.suspend_staff': onSpare({ reason }),
  'store.return_staff': onSpare({ reason }),
};
