import type { Permission } from '@qafila/shared/access/permissions';
import { readSession, type SessionView } from '@qafila/shared/identity/identity.contract';
import { queryOptions, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { call, isProblem } from './call';

/** The session, or `null` when nobody is signed in. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: 5 * 60_000,
  queryFn: async (): Promise<SessionView | null> => {
    try {
      return await call(readSession, { quiet: true });
    } catch (error) {
      const isOut = isProblem(error, 'NOT_SIGNED_IN') || isProblem(error, 'SECOND_FACTOR_REQUIRED');
      if (isOut) return null;
      throw error;
    }
  },
});

/** The session where one may be missing. */
export const useMaybeSession = (): SessionView | null => useSuspenseQuery(sessionQuery).data;

/** The session as far as this page knows it; asks nobody. For what stands on public screens too. */
export const useKnownSession = (): SessionView | null =>
  useQuery({ ...sessionQuery, enabled: false }).data ?? null;

/** The session of a screen behind the gate. */
export function useSession(): SessionView {
  const session = useMaybeSession();
  if (!session) throw new Error('This screen stands behind the gate');
  return session;
}

/** Whether the signed-in person may do something; the server decides again. */
export const usePermission = (permission: Permission): boolean =>
  useMaybeSession()?.permissions.includes(permission) ?? false;

/** Puts a new session in place, or none; nothing read under the old one stays. */
export function useReplaceSession(): (session: SessionView | null) => void {
  const client = useQueryClient();
  return (session) => {
    client.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
    client.setQueryData(sessionQuery.queryKey, session);
  };
}
