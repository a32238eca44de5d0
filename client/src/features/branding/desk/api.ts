import type { AnswerOf } from '@qafila/shared/access/endpoint';
import type { QueueFilter } from '@qafila/shared/branding/brief-views';
import {
  designBrief,
  designMessages,
  designQueue,
  quotesWanted,
} from '@qafila/shared/branding/design.contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../lib/call';

export const DESK_KEY = ['design'] as const;

export const loadQueue = (filter: QueueFilter, after: string | undefined, signal: AbortSignal) =>
  call(designQueue, { query: { filter, ...(after ? { after } : {}) }, signal });
export const designBriefQuery = (id: string) =>
  queryOptions({
    queryKey: [...DESK_KEY, 'brief', id],
    queryFn: () => call(designBrief, { params: { id } }),
  });
export const designMessagesKey = (id: string) => [...DESK_KEY, 'messages', id] as const;
export const loadDesignMessages = (id: string, after: string | undefined, signal: AbortSignal) =>
  call(designMessages, { params: { id }, query: after ? { after } : {}, signal });

export type QuoteRow = AnswerOf<typeof quotesWanted>['rows'][number];
export const QUOTES_KEY = ['quotes-wanted'] as const;
export const loadQuotes = (after: string | undefined, signal: AbortSignal) =>
  call(quotesWanted, { query: after ? { after } : {}, signal });
