import { briefMessages, briefProducts, listBriefs, readBrief } from '@qafila/shared/branding/briefs.contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../lib/call';

export const BRIEFS_KEY = ['brand', 'briefs'] as const;
export const BRIEF_TABS = ['open', 'over', 'all'] as const;
export type BriefTab = (typeof BRIEF_TABS)[number];

export const loadBriefs = (tab: BriefTab, after: string | undefined, signal: AbortSignal) =>
  call(listBriefs, { query: { tab, ...(after ? { after } : {}) }, signal });
export const briefQuery = (id: string) =>
  queryOptions({
    queryKey: [...BRIEFS_KEY, 'one', id],
    queryFn: () => call(readBrief, { params: { id } }),
  });
export const messagesKey = (id: string) => [...BRIEFS_KEY, 'messages', id] as const;
export const loadMessages = (id: string, after: string | undefined, signal: AbortSignal) =>
  call(briefMessages, { params: { id }, query: after ? { after } : {}, signal });
/** What a brief can be for; the catalogue changes rarely. */
export const briefProductsQuery = queryOptions({
  queryKey: ['brief-products'],
  queryFn: () => call(briefProducts),
  staleTime: 5 * 60_000,
});
