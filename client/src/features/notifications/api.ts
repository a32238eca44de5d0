import { countNotices, getWishes } from '@qafila/shared/notifications/notifications.contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../lib/call';

export const NOTICES_KEY = ['notices'] as const;
const COUNT_FRESH_MS = 15_000;

/**
 * The number on the bell. Asked on the way from page to page, never by a timer: a request that nobody made would
 * keep an idle session alive.
 */
export const countQuery = queryOptions({
  queryKey: [...NOTICES_KEY, 'count'],
  queryFn: () => call(countNotices, { quiet: true }),
  staleTime: COUNT_FRESH_MS,
});
export const wishesQuery = queryOptions({
  queryKey: [...NOTICES_KEY, 'wishes'],
  queryFn: () => call(getWishes),
});
