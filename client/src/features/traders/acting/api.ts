import { readTrader } from '@qafila/shared/traders/acting.contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../lib/call';

export const traderQuery = (id: string) =>
  queryOptions({
    queryKey: ['traders', 'one', id],
    queryFn: ({ signal }) => call(readTrader, { params: { id }, signal }),
  });
