import type { Permission } from '@qafila/shared/access/permissions';
import { STAFF_LOCALES } from '@qafila/shared/kernel/locale';
import { Navigate, useRouter } from '@tanstack/react-router';
import { type ReactNode, useEffect, useMemo } from 'react';
import { useLocale, wasPicked } from '../lib/i18n/locale';
import { useMaybeSession } from '../lib/session';
import { ForbiddenScreen } from './lone-screens';

interface GateProps {
  readonly audience: 'trader' | 'staff';
  readonly children: ReactNode;
}

/** Lets the right side of the house in; nobody signed in goes to the sign-in and comes back. */
export function Gate({ audience, children }: GateProps): ReactNode {
  const session = useMaybeSession();
  const { locale, show } = useLocale();
  const own = session?.person.locale;
  const isStaff = session?.person.kind === 'staff';
  useEffect(() => {
    if (own && own !== locale && !wasPicked()) void show(own);
    else if (isStaff && !STAFF_LOCALES.some((each) => each === locale)) void show('en');
  }, [own, isStaff, locale, show]);
  if (!session) return <ToSignIn />;
  if (session.person.kind !== audience) return <ForbiddenScreen home="/" />;
  return children;
}

/** To the sign-in and back. The address is taken once: leaving changes it, and must not begin another leaving. */
function ToSignIn(): ReactNode {
  const router = useRouter();
  return useMemo(
    () => <Navigate to="/sign-in" search={{ next: router.state.location.href }} replace />,
    [router],
  );
}

/** Says 403 inside the shell where the role does not include the screen. */
export function NeedsGate({
  needs,
  children,
}: {
  needs: Permission | undefined;
  children: ReactNode;
}): ReactNode {
  return needs === undefined ? children : <Needs needs={needs}>{children}</Needs>;
}

function Needs({ needs, children }: { needs: Permission; children: ReactNode }): ReactNode {
  const session = useMaybeSession();
  if (session?.permissions.includes(needs)) return children;
  return <ForbiddenScreen home="/" />;
}
