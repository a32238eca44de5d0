import type { Audience, ScreenRoute } from '@qafila/shared/registry/routes';
import { createRootRoute, createRoute, createRouter, Outlet } from '@tanstack/react-router';
import { type ReactNode, Suspense } from 'react';
import { PageSkeleton } from '../ui/skeleton';
import { Front } from './front';
import { Gate, NeedsGate } from './gate';
import { CrashScreen, NotFoundScreen } from './lone-screens';
import { routeNames, routerPath, routes, SCREENS } from './routes';
import { Shell } from './shell';

const root = createRootRoute({
  component: Outlet,
  errorComponent: CrashScreen,
  notFoundComponent: NotFoundScreen,
});

const front = createRoute({ getParentRoute: () => root, path: '/', component: Front });
const open = createRoute({ getParentRoute: () => root, id: 'open', component: Outlet });
const layoutOf = (audience: 'trader' | 'staff') =>
  createRoute({
    getParentRoute: () => root,
    id: audience,
    component: () => (
      <Gate audience={audience}>
        <Shell audience={audience}>
          <Suspense fallback={<PageSkeleton />}>
            <Outlet />
          </Suspense>
        </Shell>
      </Gate>
    ),
  });
const layouts = { public: open, trader: layoutOf('trader'), staff: layoutOf('staff') };

function screenOf({ name, needs }: ScreenRoute): () => ReactNode {
  const found = routeNames.find((each) => each === name);
  const Screen = found ? SCREENS[found] : NotFoundScreen;
  return () => (
    <NeedsGate needs={needs}>
      <Screen />
    </NeedsGate>
  );
}

const childrenOf = (audience: Audience) =>
  routes
    .filter((route) => route.audience === audience)
    .map((route) =>
      createRoute({
        getParentRoute: () => layouts[audience],
        path: routerPath(route.path),
        component: screenOf(route),
        errorComponent: CrashScreen,
      }),
    );

const tree = root.addChildren([
  front,
  layouts.public.addChildren(childrenOf('public')),
  layouts.trader.addChildren(childrenOf('trader')),
  layouts.staff.addChildren(childrenOf('staff')),
]);

/** The router, built from the list of screens. */
export const router = createRouter({
  routeTree: tree,
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultNotFoundComponent: NotFoundScreen,
});
