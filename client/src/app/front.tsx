import { Navigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMaybeSession } from '../lib/session';

/** The address without a path leads to the home of whoever is signed in. */
export function Front(): ReactNode {
  const session = useMaybeSession();
  if (!session) return <Navigate to="/sign-in" replace />;
  return <Navigate to={session.person.kind === 'staff' ? '/today' : '/home'} replace />;
}
