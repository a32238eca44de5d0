import { QueryClient } from '@tanstack/react-query';
import { CallProblem } from '../lib/call';

const MAX_RETRIES = 2;
const isPassing = (error: Error): boolean =>
  error instanceof CallProblem && (error.code === 'OFFLINE' || error.status >= 503);

/** One cache for the page. Refusals are answers and are not repeated; outages are, twice. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: 10_000,
      retry: (count, error) => count < MAX_RETRIES && isPassing(error),
    },
    mutations: { networkMode: 'always', retry: false },
  },
});
