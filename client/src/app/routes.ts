import { ROUTES, type RouteName, SCREEN_ROUTES, type ScreenRoute } from '@qafila/shared/registry/routes';
import { lazyRouteComponent } from '@tanstack/react-router';
import type { ComponentType } from 'react';

/** The screens of the portal as data, from the list that tests and tools read too. */
export const routes: readonly ScreenRoute[] = SCREEN_ROUTES;
export const routeNames: readonly RouteName[] = ROUTES.map((route) => route.name);

/** Path in the router's spelling: `/orders/$id`. */
export const routerPath = (path: string): string => path.replace(/:(\w+)/g, '$$$1');

const ordering = () => import('../features/ordering');
const shipping = () => import('../features/shipping');

/** Each screen in its own chunk, by audience: staff code never reaches a trader's browser. */
export const SCREENS: Readonly<Record<RouteName, ComponentType>> = {
  'sign-in': lazyRouteComponent(() => import('../features/identity'), 'SignInScreen'),
  'demo-inbox': lazyRouteComponent(() => import('../features/notifications'), 'InboxScreen'),
  home: lazyRouteComponent(ordering, 'HomeScreen'),
  orders: lazyRouteComponent(ordering, 'OrdersScreen'),
  'new-order': lazyRouteComponent(ordering, 'NewOrderScreen'),
  order: lazyRouteComponent(ordering, 'OrderScreen'),
  'order-edit': lazyRouteComponent(ordering, 'OrderEditScreen'),
  'order-review': lazyRouteComponent(ordering, 'ReviewScreen'),
  today: lazyRouteComponent(() => import('../features/oversight'), 'TodayScreen'),
  transfers: lazyRouteComponent(() => import('../features/payments'), 'TransfersScreen'),
  fulfilment: lazyRouteComponent(shipping, 'FulfilmentScreen'),
  parcel: lazyRouteComponent(shipping, 'ParcelScreen'),
  'staff-orders': lazyRouteComponent(() => import('../features/oversight'), 'StaffOrdersScreen'),
  audit: lazyRouteComponent(() => import('../features/oversight'), 'AuditScreen'),
};
