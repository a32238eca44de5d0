import type { TrackingView } from '@qafila/shared/shipping/tracking.contract';

export type Loaded =
  | { readonly kind: 'parcel'; readonly parcel: TrackingView }
  | { readonly kind: 'missing' }
  | { readonly kind: 'busy'; readonly seconds: number }
  | { readonly kind: 'broken'; readonly requestId: string | null };

const TOKEN = /^\/p\/([A-Za-z0-9_-]{22})\/?$/;
const PATIENCE_MS = 15_000;

/** The secret of the link, or nothing when the address is not whole. */
export const tokenOf = (path: string): string | undefined => TOKEN.exec(path)?.[1];

const isParcel = (body: unknown): body is TrackingView =>
  typeof body === 'object' && body !== null && 'brand' in body && 'items' in body;

async function requestIdOf(answer: Response): Promise<string | null> {
  const body: unknown = await answer.json().catch(() => null);
  const id = typeof body === 'object' && body !== null && 'requestId' in body ? body.requestId : null;
  return typeof id === 'string' ? id : null;
}

async function read(answer: Response): Promise<Loaded> {
  if ([400, 404, 410, 422].includes(answer.status)) return { kind: 'missing' };
  if (answer.status === 429) {
    return { kind: 'busy', seconds: Number(answer.headers.get('retry-after')) || 60 };
  }
  if (!answer.ok) return { kind: 'broken', requestId: await requestIdOf(answer) };
  const body: unknown = await answer.json();
  return isParcel(body) ? { kind: 'parcel', parcel: body } : { kind: 'broken', requestId: null };
}

/** Asks for the parcel. Never throws: each way it can fail has its own page. */
export async function loadParcel(token: string): Promise<Loaded> {
  try {
    const answer = await fetch(`/api/parcel/${token}`, {
      credentials: 'omit',
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return await read(answer);
  } catch {
    return { kind: 'broken', requestId: null };
  }
}
