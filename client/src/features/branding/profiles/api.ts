import { listAssets } from '@qafila/shared/branding/assets.contract';
import { listProfileCards, readProfile } from '@qafila/shared/branding/profiles.contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../lib/call';

export const PROFILES_KEY = ['brand', 'profiles'] as const;
const MOST_LOGOS = 100;

export const cardsQuery = queryOptions({
  queryKey: [...PROFILES_KEY, 'cards'],
  queryFn: () => call(listProfileCards),
});
export const profileQuery = (id: string) =>
  queryOptions({
    queryKey: [...PROFILES_KEY, 'one', id],
    queryFn: () => call(readProfile, { params: { id } }),
    // What is typed lies over it: a reading in the background must not change the ground of a form.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
/** Logos that passed the check, the newest first. */
export const logosQuery = queryOptions({
  queryKey: ['brand', 'logos'],
  queryFn: () => call(listAssets, { query: { kind: 'logo', state: 'ready', limit: MOST_LOGOS } }),
});
