import type { Endpoint } from '@qafila/shared/access/endpoint';
import {
  isStaffRole,
  ROLE_PERMISSIONS,
  ROLES,
  type Role,
  type TraderRole,
} from '@qafila/shared/access/roles';
import { isProblemCode, PROBLEMS } from '@qafila/shared/registry/problems';
import { Sessions } from '../../src/modules/identity/app/sessions';
import { FreshCode } from '../../src/platform/http/fresh-code';
import { AFTER, sampleOf, withUnknownId } from './samples/samples';
import type { TestAnswer } from './test-app';
import type { TestPerson } from './test-people';
import { type CompanyWorld, personOf, type World } from './world';

export const SITUATIONS = ['own', 'foreign', 'signed-out', 'no-second-factor', 'stale-code'] as const;
export type Situation = (typeof SITUATIONS)[number];
/** One try: a role in a situation. */
export interface Cell {
  readonly role: Role;
  readonly situation: Situation;
}
/** What the contract says must come: a refusal by its code, or that the call is let in. */
export type Expected = { readonly refused: string } | 'admitted';

type Answer = TestAnswer<Endpoint>;

const namesThing = (endpoint: Endpoint): boolean => endpoint.path.includes('/:id');
/** True where a code decides: the call is let in with a fresh one, or refused for a stale one. */
function turnsOnCode(endpoint: Endpoint, cell: Cell): boolean {
  if (typeof endpoint.access !== 'object' || !endpoint.access.fresh) return false;
  const expected = expectedOf(endpoint, cell);
  return expected === 'admitted' || expected.refused === 'CODE_USED';
}

/** Every cell that says something: staff have no company, so nothing is foreign to them but an unknown id. */
export const cellsOf = (endpoint: Endpoint): Cell[] =>
  ROLES.flatMap((role) => SITUATIONS.map((situation) => ({ role, situation }))).filter(
    ({ role, situation }) => situation !== 'foreign' || !isStaffRole(role) || namesThing(endpoint),
  );

/** Reads the answer off the contract alone. */
export function expectedOf(endpoint: Endpoint, { role, situation }: Cell): Expected {
  const { access } = endpoint;
  const letIn: Expected =
    situation === 'foreign' && namesThing(endpoint) ? { refused: 'NOT_FOUND' } : 'admitted';
  if (access === 'public') return letIn;
  if (situation === 'signed-out') return { refused: 'NOT_SIGNED_IN' };
  if (access === 'half') return letIn;
  if (situation === 'no-second-factor') return { refused: 'SECOND_FACTOR_REQUIRED' };
  const { needs, fresh = false } = typeof access === 'string' ? { needs: access } : access;
  const permissions: readonly string[] = ROLE_PERMISSIONS[role];
  const isOpen = needs === 'person' || needs === 'enrolling' || permissions.includes(needs);
  if (!isOpen) return { refused: 'NOT_ALLOWED' };
  if (situation === 'stale-code' && fresh) return { refused: 'CODE_USED' };
  return letIn;
}

/** What one cell answered, and what is wrong with it: `null` when the contract is kept. */
export interface Judgement {
  readonly status: number;
  readonly fault: string | null;
}

/** Calls one cell and compares the answer with the contract. */
export async function judge(world: World, endpoint: Endpoint, cell: Cell): Promise<Judgement> {
  const expected = expectedOf(endpoint, cell);
  const answer = await callCell(world, endpoint, cell);
  await AFTER[endpoint.id]?.(world.app);
  const fault =
    expected === 'admitted' ? faultOfAdmitted(endpoint, answer) : faultOfRefused(answer, expected.refused);
  const more = fault ?? (await faultOfForeign(world, endpoint, { cell, expected, answer }));
  const place = `${endpoint.id} as ${cell.role}, ${cell.situation}`;
  return { status: answer.status, fault: more === null ? null : `${place}: ${more}` };
}

function faultOfRefused(answer: Answer, code: string): string | null {
  const status = isProblemCode(code) ? PROBLEMS[code].status : 0;
  return answer.status === status && answer.body.code === code
    ? null
    : `expected ${status} ${code}, got ${told(answer)}`;
}

/** Let in: it answered in the form of its contract, or refused with a code that the contract names. */
function faultOfAdmitted(endpoint: Endpoint, answer: Answer): string | null {
  const type = String(answer.headers['content-type'] ?? '');
  if (answer.status === 200)
    return type.startsWith(endpoint.raw ?? 'application/json') ? null : `answered in ${type}`;
  return endpoint.errors.includes(answer.body.code) ? faultOfRefused(answer, answer.body.code) : told(answer);
}

const told = (answer: Answer): string => `${answer.status} ${answer.body.code ?? ''}`.trim();

/** Somebody else's thing must answer byte for byte like one that never was; a list must not name it. */
async function faultOfForeign(
  world: World,
  endpoint: Endpoint,
  { cell, expected, answer }: { cell: Cell; expected: Expected; answer: Answer },
): Promise<string | null> {
  if (cell.situation !== 'foreign') return null;
  if (expected === 'admitted') return namesThingOf(world.own, answer);
  if (!endpoint.owned) return null;
  const unknown = await callCell(world, endpoint, { ...cell, isUnknown: true });
  return fingerprintOf(unknown) === fingerprintOf(answer)
    ? null
    : 'a foreign thing answers unlike an unknown one';
}

/** Body and headers without what differs between any two requests. */
function fingerprintOf(answer: Answer): string {
  const { requestId: _request, ...body } = answer.body;
  const { 'x-request-id': _id, date: _date, 'content-length': _length, ...headers } = answer.headers;
  return JSON.stringify([answer.status, body, headers]);
}

/** Company B called: nothing of company A may stand in what it got. */
function namesThingOf(company: CompanyWorld, answer: Answer): string | null {
  const text = answer.raw.toString('utf8');
  const ids = [
    company.companyId,
    company.brandId,
    company.specId,
    company.addressId,
    ...Object.values(company.orders),
    ...Object.values(company.parcels),
  ];
  return ids.some((id) => text.includes(id)) ? 'names a thing of another company' : null;
}

async function callCell(
  world: World,
  endpoint: Endpoint,
  cell: Cell & { readonly isUnknown?: boolean },
): Promise<Answer> {
  const { app } = world;
  const { role, situation, isUnknown = false } = cell;
  // A thing of B is foreign to A's people; where the path names nothing, B's own people call.
  const isForeign = situation === 'foreign';
  const sample = await sampleOf(endpoint, { world, company: isForeign ? world.foreign : world.own });
  const isGone = isForeign && namesThing(endpoint) && (isUnknown || !endpoint.owned);
  const person =
    isForeign && !namesThing(endpoint) ? world.foreign.people[role as TraderRole] : personOf(world, role);
  const freshCode = turnsOnCode(endpoint, cell) ? await codeFor(world, person, situation) : undefined;
  return app.call(endpoint, {
    ...(isGone ? withUnknownId(sample) : sample),
    as: await signedInFor(world, person, situation),
    ...(freshCode === undefined ? {} : { freshCode }),
  });
}

/** The person with the session that the situation asks for: whole, half, or closed while the cookie stays. */
async function signedInFor(world: World, person: TestPerson, situation: Situation): Promise<TestPerson> {
  const { app } = world;
  if (situation !== 'signed-out' && situation !== 'no-second-factor') return person;
  const level = situation === 'signed-out' ? 'full' : 'half';
  const { personId, kind, companyId, roles } = person.actor;
  const sessionId = await app.system(async (tx) => {
    const sessions = app.get(Sessions);
    const opened = await sessions.open(tx, { personId, kind, companyId, roles, level, agent: 'matrix' });
    if (situation === 'signed-out') await sessions.close(tx, opened.sessionId, 'signed out');
    return opened.sessionId;
  });
  return { ...person, actor: { ...person.actor, sessionId, level } };
}

/** A code nobody has used, or for `stale-code` one that was used a moment ago. */
async function codeFor({ app }: World, person: TestPerson, situation: Situation): Promise<string> {
  const code = await app.freshCode(person);
  if (situation === 'stale-code')
    await app.get(FreshCode).claim(person.actor, { code, operation: 'a call before' });
  return code;
}
