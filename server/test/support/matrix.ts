import type { Endpoint } from '@qafila/shared/access/endpoint';
import type { Permission } from '@qafila/shared/access/permissions';
import {
  ACTING_PERMISSIONS,
  isStaffRole,
  permissionsWhile,
  ROLE_PERMISSIONS,
  ROLES,
  type TraderRole,
} from '@qafila/shared/access/roles';
import { isProblemCode, PROBLEMS } from '@qafila/shared/registry/problems';
import { FreshCode } from '../../src/platform/http/fresh-code';
import { type Cell, SITUATIONS, type Situation } from './matrix-cells';
import { forgetStanding, signedInFor, standingFor, whileIn } from './matrix-people';
import type { SampleAt, SampleCall } from './samples/sample';
import { AFTER, sampleOf, withUnknownId } from './samples/samples';
import type { TestAnswer } from './test-app';
import type { TestPerson } from './test-people';
import { type CompanyWorld, personOf, type World } from './world';

/** What the contract says must come: a refusal by its code, or that the call is let in. */
export type Expected = { readonly refused: string } | 'admitted';

type Answer = TestAnswer<Endpoint>;

const namesThing = (endpoint: Endpoint): boolean => endpoint.path.includes('/:id');
/** True where a code decides: the call is let in with a fresh one, or refused for a stale one. */
function turnsOnCode(endpoint: Endpoint, cell: Cell): boolean {
  if (typeof endpoint.access !== 'object' || !endpoint.access.fresh) return false;
  const expected = expectedOf(endpoint, cell);
  // A foreign thing is looked for only after a code was given.
  return expected === 'admitted' || ['CODE_USED', 'NOT_FOUND'].includes(expected.refused);
}

/** Situations of one side of the house only. */
const OF_TRADERS: readonly Situation[] = ['pending', 'suspended', 'ex-member', 'own-role'];
const OF_ACTING: readonly Situation[] = ['acting', 'acting-foreign'];

/** Every cell that says something: staff have no company, so nothing is foreign to them but an unknown id. */
export const cellsOf = (endpoint: Endpoint): Cell[] =>
  ROLES.flatMap((role) => SITUATIONS.map((situation) => ({ role, situation }))).filter((cell) =>
    saysSomething(endpoint, cell),
  );

function saysSomething(endpoint: Endpoint, { role, situation }: Cell): boolean {
  const isStaff = isStaffRole(role);
  const permissions: readonly string[] = ROLE_PERMISSIONS[role];
  if (OF_TRADERS.includes(situation)) return !isStaff;
  if (OF_ACTING.includes(situation))
    return permissions.includes('trader:act-for') && (situation === 'acting' || namesThing(endpoint));
  // Without a code in the contract a used one says nothing that `own` does not.
  if (situation === 'stale-code')
    return typeof endpoint.access === 'object' && endpoint.access.fresh === true;
  return situation !== 'foreign' || !isStaff || namesThing(endpoint);
}

const isForeignTo = (situation: Situation): boolean =>
  situation === 'foreign' || situation === 'acting-foreign';

/** What the person may do, read off the lists of access. */
function permissionsIn({ role, situation }: Cell): readonly string[] {
  if (OF_ACTING.includes(situation)) return ACTING_PERMISSIONS;
  const granted: readonly Permission[] = ROLE_PERMISSIONS[role];
  return situation === 'pending' || situation === 'suspended'
    ? permissionsWhile(situation, granted)
    : granted;
}

/** Reads the answer off the contract alone. */
export function expectedOf(endpoint: Endpoint, cell: Cell): Expected {
  const refused = refusalOf(endpoint, cell);
  if (refused !== null) return { refused };
  return isForeignTo(cell.situation) && namesThing(endpoint) ? { refused: 'NOT_FOUND' } : 'admitted';
}

/** Why the guard refuses the cell, whatever the path names; `null` when it does not. */
function refusalOf({ access }: Endpoint, cell: Cell): string | null {
  const { situation } = cell;
  if (access === 'public') return null;
  if (situation === 'signed-out' || situation === 'ex-member') return 'NOT_SIGNED_IN';
  if (access === 'half') return null;
  const { needs, fresh = false } = typeof access === 'string' ? { needs: access } : access;
  if (situation === 'enrolling' && needs === 'enrolling') return null;
  if (situation === 'no-second-factor' || situation === 'enrolling') return 'SECOND_FACTOR_REQUIRED';
  if (!isOpenTo({ needs, fresh }, cell)) return 'NOT_ALLOWED';
  return situation === 'stale-code' && fresh ? 'CODE_USED' : null;
}

function isOpenTo({ needs, fresh }: { needs: string; fresh: boolean }, cell: Cell): boolean {
  if (needs !== 'person' && needs !== 'enrolling') return permissionsIn(cell).includes(needs);
  // PRODUCT: while acting for a trader nobody touches factors or credentials, his own included.
  return !OF_ACTING.includes(cell.situation) || (needs === 'person' && !fresh);
}

/** What one cell answered, and what is wrong with it: `null` when the contract is kept. */
export interface Judgement {
  readonly status: number;
  readonly fault: string | null;
}

/** Calls one cell and compares the answer with the contract. */
export const judge = (world: World, endpoint: Endpoint, cell: Cell): Promise<Judgement> =>
  whileIn(world, cell.situation, () => judgeIn(world, endpoint, cell));

/** Calls every cell of an endpoint, one situation after the other. */
export async function judgeAll(world: World, endpoint: Endpoint): Promise<Judgement[]> {
  const judgements: Judgement[] = [];
  for (const situation of SITUATIONS) {
    const cells = cellsOf(endpoint).filter((cell) => cell.situation === situation);
    await whileIn(world, situation, async () => {
      for (const cell of cells) judgements.push(await judgeIn(world, endpoint, cell));
    });
  }
  return judgements;
}

/** One cell, in the situation. What a shared session makes look wrong is asked again with a session of its own. */
async function judgeIn(world: World, endpoint: Endpoint, cell: Cell): Promise<Judgement> {
  const refused = refusalOf(endpoint, cell);
  if (refused !== null && refused !== 'CODE_USED') {
    const first = await judgeOnce(world, endpoint, { ...cell, isShared: true });
    if (first.fault === null) return first;
    forgetStanding(world);
  }
  return judgeOnce(world, endpoint, cell);
}

async function judgeOnce(
  world: World,
  endpoint: Endpoint,
  cell: Cell & { readonly isShared?: true },
): Promise<Judgement> {
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
  { cell, expected, answer }: { cell: Cell; expected: Expected; answer: CellAnswer },
): Promise<string | null> {
  if (!isForeignTo(cell.situation)) return null;
  if (expected === 'admitted') return namesThingOf(world.own, answer);
  if (!endpoint.owned) return null;
  const unknown = await callCell(world, endpoint, { ...cell, isUnknown: true });
  if (fingerprintOf(unknown) !== fingerprintOf(answer))
    return 'a foreign thing answers unlike an unknown one';
  return unknown.statements === answer.statements
    ? null
    : `a foreign thing costs ${answer.statements} statements, an unknown one ${unknown.statements}`;
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

interface CellAnswer extends Answer {
  /** How many statements the call cost: what takes longer would tell that something is there. */
  readonly statements: number;
}

async function callCell(
  world: World,
  endpoint: Endpoint,
  cell: Cell & { readonly isUnknown?: boolean; readonly isShared?: true },
): Promise<CellAnswer> {
  const { app } = world;
  const { role, situation, isUnknown = false, isShared = false } = cell;
  // A thing of B is foreign to A's people; where the path names nothing, B's own people call.
  const isForeign = isForeignTo(situation);
  const company = isForeign ? world.foreign : world.own;
  const sample = refusalOf(endpoint, cell)
    ? await sampleToRefuse(endpoint, { world, company })
    : await sampleOf(endpoint, { world, company });
  const isGone = isForeign && namesThing(endpoint) && (isUnknown || !endpoint.owned);
  const person =
    isForeign && !namesThing(endpoint) ? world.foreign.people[role as TraderRole] : personOf(world, role);
  const freshCode = turnsOnCode(endpoint, cell) ? await codeFor(world, person, situation) : undefined;
  const as = await (isShared ? standingFor : signedInFor)(world, person, cell);
  let answer: Answer | undefined;
  const statements = await app.statements(async () => {
    answer = await app.call(endpoint, {
      ...(isGone ? withUnknownId(sample) : sample),
      as,
      ...(freshCode === undefined ? {} : { freshCode }),
    });
  });
  if (!answer) throw new Error(`${endpoint.id} gave no answer`);
  return { ...answer, statements: statements.length };
}

const refused = new WeakMap<CompanyWorld, Map<string, SampleCall>>();
/** What the guard refuses uses nothing up: one sample of a company serves all those cells. */
async function sampleToRefuse(endpoint: Endpoint, at: SampleAt): Promise<SampleCall> {
  const known = refused.get(at.company) ?? new Map<string, SampleCall>();
  refused.set(at.company, known);
  const sample = known.get(endpoint.id) ?? (await sampleOf(endpoint, at));
  known.set(endpoint.id, sample);
  return sample;
}

/** A code nobody has used, or for `stale-code` one that was used a moment ago. */
async function codeFor({ app }: World, person: TestPerson, situation: Situation): Promise<string> {
  const code = await app.freshCode(person);
  if (situation === 'stale-code')
    await app.get(FreshCode).claim(person.actor, { code, endpoint: 'a.call', operation: 'before' });
  return code;
}
