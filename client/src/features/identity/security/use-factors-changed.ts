import { useQueryClient } from '@tanstack/react-query';
import { sessionQuery } from '../../../lib/session';

/** After a factor came or went: the list, and with what a call can be confirmed. */
export function useFactorsChanged(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await client.invalidateQueries({ queryKey: ['factors'] });
    await client.invalidateQueries({ queryKey: sessionQuery.queryKey });
  };
}
