import { refreshSession } from '@qafila/shared/identity/identity.contract';

/** Keeps a session alive: one refresh at a time over all tabs, then a sign-in over the page. */
const REFRESHED_AT = 'qafila.refreshed-at';
let refreshing: Promise<boolean> | undefined;
let asking: Promise<boolean> | undefined;
let askToSignIn: (() => Promise<boolean>) | undefined;

/** The sign-in dialog registers here; it resolves true when the person is signed in again. */
export function onSessionLost(ask: () => Promise<boolean>): () => void {
  askToSignIn = ask;
  return () => {
    askToSignIn = undefined;
  };
}

async function rotate(started: number): Promise<boolean> {
  // Another tab may have rotated the token while this one waited for the lock.
  if (Number(localStorage.getItem(REFRESHED_AT) ?? 0) > started) return true;
  const response = await fetch(`/api${refreshSession.path}`, {
    method: refreshSession.method,
    credentials: 'same-origin',
  }).catch(() => null);
  if (!response?.ok) return false;
  localStorage.setItem(REFRESHED_AT, String(Date.now()));
  return true;
}

function refreshOnce(started: number): Promise<boolean> {
  refreshing ??= (
    'locks' in navigator ? navigator.locks.request('qafila-refresh', () => rotate(started)) : rotate(started)
  ).finally(() => {
    refreshing = undefined;
  });
  return refreshing;
}

function askOnce(): Promise<boolean> {
  asking ??= (askToSignIn?.() ?? Promise.resolve(false)).finally(() => {
    asking = undefined;
  });
  return asking;
}

/** True when there is a session again and the call can be repeated. `started` is when the call left, in ms. */
export async function keepSession(lost: { started: number; ask: boolean }): Promise<boolean> {
  if (asking) return asking;
  if (await refreshOnce(lost.started)) return true;
  return lost.ask ? askOnce() : false;
}
