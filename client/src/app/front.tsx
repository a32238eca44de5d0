import { Navigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMaybeSession } from '../lib/session';

/** The address without a path leads to the home of whoever is signed in. */
export function Front(): ReactNode {
  const session = useMaybeSession();
  if (!session) return <Navigate to="/sign-in" replace />;
  if (session.person.kind === 'staff') return <Navigate to="/today" replace />;
  // Policy clause 8: before the account is open there is the application and nothing else.
  return <Navigate to={session.company?.state === 'pending' ? '/application' : '/home'} replace />;
}
