import { ROLE_PERMISSIONS, type TraderRole } from '@qafila/shared/access/roles';
import { Sessions } from '../../src/modules/identity/app/sessions';
import type { Actor } from '../../src/platform/access/actor';
import type { Tx } from '../../src/platform/database/unit-of-work';
import { newId } from '../../src/platform/ids/new-id';
import type { Cell, Situation } from './matrix-cells';
import type { TestPerson } from './test-people';
import type { World } from './world';

/** How the session differs from that of a person signed in whole, in a company that trades. */
const SESSION: Readonly<
  Partial<Record<Situation, { readonly level?: Actor['level']; readonly isClosed?: true }>>
> = {
  'signed-out': { isClosed: true },
  'ex-member': { isClosed: true },
  'no-second-factor': { level: 'half' },
  enrolling: { level: 'enrolling' },
};
const COMPANY_STATE = { pending: 'pending', suspended: 'suspended' } as const;

const isActing = (situation: Situation): boolean => situation === 'acting' || situation === 'acting-foreign';

/** The person with a session of its own for this cell: whatever a call does to sessions ends with the cell. */
export async function signedInFor(
  world: World,
  person: TestPerson,
  { role, situation }: Cell,
): Promise<TestPerson> {
  const { app } = world;
  const { level = 'full', isClosed = false } = SESSION[situation] ?? {};
  const { personId, kind, companyId, roles } = person.actor;
  const isOwnRole = situation === 'own-role';
  const given = {
    personId,
    kind,
    // A company is chosen when the sign-in is complete.
    companyId: level === 'enrolling' ? null : companyId,
    roles: isOwnRole ? [] : roles,
    ...(isOwnRole ? { ownPermissions: ROLE_PERMISSIONS[role as TraderRole] } : {}),
    level,
    agent: 'matrix',
  };
  const sessionId = await app.system(async (tx) => {
    const { sessionId } = await app.get(Sessions).open(tx, given);
    if (isClosed) await app.get(Sessions).close(tx, sessionId, 'the matrix closed it');
    return isActing(situation) ? actingUnder(tx, { parentId: sessionId, world }) : sessionId;
  });
  return { ...person, actor: { ...person.actor, sessionId, level } };
}

const standing = new WeakMap<World, Map<string, TestPerson>>();
/** The person with a session that all refused cells of a situation share: what is refused changes no session. */
export async function standingFor(world: World, person: TestPerson, cell: Cell): Promise<TestPerson> {
  const known = standing.get(world) ?? new Map<string, TestPerson>();
  standing.set(world, known);
  const key = `${person.personId} ${cell.situation}`;
  const found = known.get(key) ?? (await signedInFor(world, person, cell));
  known.set(key, found);
  return found;
}

/** Somebody's step ended the shared sessions, such as "close all others": the next cells get new ones. */
export const forgetStanding = (world: World): boolean => standing.delete(world);

/** A session of the same person that acts for company A, as the store opens it. */
async function actingUnder(tx: Tx, { parentId, world }: { parentId: string; world: World }): Promise<string> {
  const id = newId();
  await tx.query(
    `insert into sessions (id, person_id, company_id, roles, level, created_at, last_used_at, idle_until, ends_at, agent,
       acting_reason, parent_id)
     select $1, person_id, $3, roles, level, created_at, last_used_at, idle_until, ends_at, agent, 'asked by telephone', id
     from sessions where id = $2`,
    [id, parentId, world.own.companyId],
  );
  return id;
}

/** What stands in the database while somebody is in the situation, and how it ends. */
function stageOf(
  world: World,
  situation: Situation,
): readonly [begin: string, end: string, of: unknown] | null {
  const state = COMPANY_STATE[situation as keyof typeof COMPANY_STATE];
  if (state) {
    const set = (to: string): string => `update companies set state = '${to}' where id = $1`;
    return [set(state), set('active'), world.own.companyId];
  }
  if (situation !== 'enrolling') return null;
  // Nobody enrols whose enrolment is complete.
  const everybody = [world.own, world.foreign].flatMap(({ people }) => Object.values(people));
  return [
    'update people set enrolled_at = null where id = any($1)',
    'update people set enrolled_at = created_at where id = any($1)',
    [...everybody, ...Object.values(world.staff)].map(({ personId }) => personId),
  ];
}

/** Puts the world into the situation while `work` runs. */
export async function whileIn<T>(world: World, situation: Situation, work: () => Promise<T>): Promise<T> {
  const stage = stageOf(world, situation);
  if (!stage) return work();
  const [begin, end, of] = stage;
  const set = (statement: string): Promise<unknown> => world.app.system((tx) => tx.query(statement, [of]));
  await set(begin);
  try {
    return await work();
  } finally {
    await set(end);
  }
}
