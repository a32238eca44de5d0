import { countNotices, getWishes } from '@qafila/shared/notifications/notifications.contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../lib/call';

export const NOTICES_KEY = ['notices'] as const;
const MINUTE_MS = 60_000;

/** The number on the bell; asked again every minute while the page is looked at. */
export const countQuery = queryOptions({
  queryKey: [...NOTICES_KEY, 'count'],
  queryFn: () => call(countNotices, { quiet: true }),
  refetchInterval: MINUTE_MS,
  staleTime: MINUTE_MS / 2,
});
export const wishesQuery = queryOptions({
  queryKey: [...NOTICES_KEY, 'wishes'],
  queryFn: () => call(getWishes),
});
