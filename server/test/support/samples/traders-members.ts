import { InviteMember } from '../../../src/modules/traders/app/invite-member';
import { newId } from '../../../src/platform/ids/new-id';
import type { TestPerson } from '../test-people';
import type { CompanyWorld } from '../world';
import { firstOf, type Sample, type SampleAt, type Samples } from './sample';

/** Somebody of each company whom nobody else in the world needs: he comes, changes and goes. */
const spares = new WeakMap<CompanyWorld, Promise<TestPerson>>();
async function spareOf(
  { world, company }: SampleAt,
  state: 'active' | 'suspended' = 'active',
): Promise<string> {
  const { app } = world;
  const { companyId } = company;
  const known = spares.get(company) ?? app.aTrader({ role: 'buyer', company: { companyId } });
  spares.set(company, known);
  const { personId } = await known;
  await app.system(async (tx) => {
    await tx.query(
      `insert into memberships (company_id, person_id, role, state) values ($1, $2, 'buyer', $3)
       on conflict (company_id, person_id, role) do update set state = excluded.state`,
      [companyId, personId, state],
    );
    await tx.query('update people set name = $2 where id = $1', [personId, company.hand.latin('Spare')]);
  });
  return personId;
}
const onSpare =
  (body?: object, state?: 'suspended'): Sample =>
  async (at) => {
    const id = await spareOf(at, state);
    const { version } = await firstOf<{ version: number }>(
      at.world.app,
      'select coalesce((select version from member_terms where company_id = $1 and person_id = $2), 1) as version',
      [at.company.companyId, id],
    );
    return { params: { id }, version, ...(body ? { body } : {}) };
  };

const invitationOf = ({ company }: SampleAt) => ({
  name: company.hand.latin('Guest'),
  email: `${newId()}@${company.hand.mailbox}`,
  locale: 'en' as const,
  roles: ['buyer' as const],
  ownRoleIds: [],
  limit: null,
  approvalLimit: null,
});
const onInvitation: Sample = async (at) => {
  const { app } = at.world;
  const find = () =>
    app.system((tx) =>
      tx.query<{ id: string }>(
        'select id from invitations where company_id = $1 and accepted_at is null and revoked_at is null limit 1',
        [at.company.companyId],
      ),
    );
  const [row] = await find();
  const owner = at.company.people.owner.actor;
  const id = row?.id ?? (await app.get(InviteMember).invite(owner, invitationOf(at))).id;
  return { params: { id } };
};

const onOwnRole =
  (body?: (at: SampleAt) => object): Sample =>
  async (at) => {
    const { companyId, hand } = at.company;
    const row = await firstOf<{ id: string; version: number }>(
      at.world.app,
      `with made as (
         insert into company_roles (company_id, id, name, permissions, version, created_at)
         select $1, $2, $3, '{home:read}', 1, $4 where not exists (select from company_roles where company_id = $1)
         returning id, version
       ) select id, version from made union all select id, version from company_roles where company_id = $1 limit 1`,
      [companyId, newId(), hand.latin('Night shift'), at.world.app.clock.now()],
    );
    return { params: { id: row.id }, version: row.version, ...(body ? { body: body(at) } : {}) };
  };
const ownRole = ({ company }: SampleAt): object => ({
  name: company.hand.latin(`Shift ${newId().slice(-8)}`),
  permissions: ['home:read', 'order:read'],
});

const addressOf = ({ company }: SampleAt): object => ({
  label: company.hand.latin('Second shop'),
  country: 'SA',
  lines: [company.hand.latin('8 Market Street'), 'Riyadh'],
});
/** An address of its own for each call, so that the orders of the world keep theirs. */
const onAddress =
  (body?: (at: SampleAt) => object): Sample =>
  async (at) => {
    const id = newId();
    await at.world.app.system((tx) =>
      tx.query(
        `insert into company_addresses (company_id, id, label, country, lines, is_default) values ($1, $2, $3, 'SA', $4, false)`,
        [
          at.company.companyId,
          id,
          at.company.hand.latin('Stall'),
          [at.company.hand.latin('9 Market Street')],
        ],
      ),
    );
    return { params: { id }, ...(body ? { body: body(at) } : {}) };
  };

const onCompany =
  (body: object): Sample =>
  async ({ world, company }) => {
    const { version } = await firstOf<{ version: number }>(
      world.app,
      'select coalesce((select version from company_settings where company_id = $1), 1) as version',
      [company.companyId],
    );
    return { version, body };
  };

const TOKEN = 'A'.repeat(43);

export const tradersMembersSamples: Samples = {
  'traders.invite': (at) => ({ body: invitationOf(at) }),
  'traders.resend_invitation': onInvitation,
  'traders.revoke_invitation': onInvitation,
  'traders.change_member': onSpare({ roles: ['buyer'], ownRoleIds: [], limit: null, approvalLimit: null }),
  'traders.suspend_member': onSpare(),
  'traders.reinstate_member': onSpare(undefined, 'suspended'),
  'traders.remove_member': onSpare({ handOverTo: null }),
  'traders.leave': () => ({ body: { handOverTo: null } }),
  'traders.create_own_role': (at) => ({ body: ownRole(at) }),
  'traders.edit_own_role': onOwnRole(ownRole),
  'traders.remove_own_role': onOwnRole(),
  'traders.look_invitation': () => ({ body: { token: TOKEN } }),
  'traders.accept_invitation': () => ({
    body: { token: TOKEN, name: 'Nobody Known', password: 'argan rose lantern 4417', locale: 'en' },
  }),
  'traders.join': () => ({ body: { token: TOKEN } }),
  'traders.edit_company': onCompany({ timeZone: 'Asia/Riyadh', locale: 'en' }),
  'traders.limit_company': onCompany({ limit: null, approvalLimit: null }),
  'traders.add_address': (at) => ({ body: addressOf(at) }),
  'traders.edit_address': onAddress(addressOf),
  'traders.prefer_address': onAddress(),
  'traders.remove_address': onAddress(),
};
