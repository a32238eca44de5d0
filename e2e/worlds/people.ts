import type { APIRequestContext } from '@playwright/test';
import type { Permission } from '@qafila/shared/access/permissions';
import { isStaffRole, ROLE_PERMISSIONS } from '@qafila/shared/access/roles';
import { demoAccounts, moveClock, provideCode, signIn } from '@qafila/shared/identity/identity.contract';
import { call } from './portal-call';

/** Accounts of the demo world that the journeys play. */
export const PEOPLE = {
  /** Owner of Dar Nour in Riyadh. */
  noura: 'noura@darnour.example',
  /** Buyer of Dar Nour. */
  sami: 'sami@darnour.example',
  huda: 'huda@darnour.example',
  /** Owner of Atlas Gifts in Jeddah: no confirmed order yet. */
  yusuf: 'yusuf@atlasgifts.example',
  /** Owner of Fjord & Fønix in Bergen. */
  ingrid: 'ingrid@fjordfonix.example',
  amal: 'amal@qafila.example',
  khalid: 'khalid@qafila.example',
  farah: 'farah@qafila.example',
  omar: 'omar@qafila.example',
  /** Designer of the demo brief. */
  driss: 'driss@qafila.example',
  salma: 'salma@qafila.example',
  mehdi: 'mehdi@qafila.example',
  layla: 'layla@qafila.example',
  /** Gatekeeper of the demo brief. */
  hind: 'hind@qafila.example',
} as const;

async function accountOf(request: APIRequestContext, email: string) {
  const demo = await call(request, demoAccounts);
  const account = demo.accounts.find((each) => each.email === email);
  if (!account) throw new Error(`${email} is no account of the demo world`);
  return { ...account, secondsLeft: demo.secondsLeft };
}

/** Password of every demo account. */
export const passwordOf = async (request: APIRequestContext, email: string): Promise<string> =>
  (await accountOf(request, email)).password;

/** Moves the clock of every process of the product. */
export const advance = (request: APIRequestContext, seconds: number) =>
  call(request, moveClock, { body: { advanceSeconds: seconds } });

/** Time to type a code that confirms a step: it counts only while it is shown. */
const TYPING_S = 15;

/** A code the account has not used, with time to type it: the current one, or the next after moving the clock. */
export async function freshCode(request: APIRequestContext, email: string): Promise<string> {
  const account = await accountOf(request, email);
  if (!account.usedUp && account.secondsLeft > TYPING_S) return account.code;
  await advance(request, account.secondsLeft);
  return (await accountOf(request, email)).code;
}

/** Signs in with both factors; the cookies stay in the request context and its browser context. */
export async function signInAs(request: APIRequestContext, email: string): Promise<void> {
  const { password } = await accountOf(request, email);
  await call(request, signIn, { body: { email, password } });
  await call(request, provideCode, { body: { code: await freshCode(request, email) } });
}

/** A staff account with a permission, by what the roles say. */
export async function staffWith(request: APIRequestContext, needs: Permission): Promise<string> {
  const { accounts } = await call(request, demoAccounts);
  const able = accounts.find(({ role }) => {
    const permissions: readonly Permission[] = ROLE_PERMISSIONS[role];
    return isStaffRole(role) && permissions.includes(needs);
  });
  if (!able) throw new Error(`No staff account of the demo world may ${needs}`);
  return able.email;
}
