import type { Permission } from '../access/permissions';

/** Who a screen is for. `public` screens need no session. */
export type Audience = 'public' | 'trader' | 'staff';

/** One screen of the portal, as data: router, guards, browser tests and the screens tool read this list. */
export interface ScreenRoute {
  readonly name: string;
  /** Path with parameters as `:id`. */
  readonly path: `/${string}`;
  readonly audience: Audience;
  /** Permission without which the screen says 403. */
  readonly needs?: Permission;
  /** Exists only in demo and test mode. */
  readonly demoOnly?: true;
}

/** Every screen of the portal's origin; the tracking origin has one page of its own. */
export const ROUTES = [
  { name: 'sign-in', path: '/sign-in', audience: 'public' },
  { name: 'register', path: '/register', audience: 'public' },
  { name: 'enrol', path: '/enrol', audience: 'public' },
  { name: 'forgot-password', path: '/forgot-password', audience: 'public' },
  { name: 'reset-password', path: '/reset-password', audience: 'public' },
  { name: 'confirm-email', path: '/confirm-email', audience: 'public' },
  { name: 'unlock', path: '/unlock', audience: 'public' },
  { name: 'lost-factor', path: '/lost-factor', audience: 'public' },
  { name: 'policy', path: '/policy', audience: 'public' },
  { name: 'join', path: '/join', audience: 'public' },
  { name: 'invitation', path: '/invitation', audience: 'public' },
  { name: 'demo-inbox', path: '/demo/inbox', audience: 'public', demoOnly: true },
  { name: 'home', path: '/home', audience: 'trader', needs: 'home:read' },
  { name: 'orders', path: '/orders', audience: 'trader', needs: 'order:read' },
  { name: 'new-order', path: '/orders/new', audience: 'trader', needs: 'order:draft' },
  { name: 'order', path: '/orders/:id', audience: 'trader', needs: 'order:read' },
  { name: 'order-edit', path: '/orders/:id/edit', audience: 'trader', needs: 'order:draft' },
  { name: 'order-review', path: '/orders/:id/review', audience: 'trader', needs: 'order:draft' },
  { name: 'payments', path: '/payments', audience: 'trader', needs: 'payment:read' },
  { name: 'order-pay', path: '/payments/orders/:id', audience: 'trader', needs: 'payment:read' },
  { name: 'account', path: '/payments/account', audience: 'trader', needs: 'payment:read' },
  { name: 'brands', path: '/brand', audience: 'trader', needs: 'brand:read' },
  { name: 'brand-files', path: '/brand/files', audience: 'trader', needs: 'brand:read' },
  { name: 'packaging', path: '/brand/packaging', audience: 'trader', needs: 'brand:read' },
  { name: 'packaging-spec', path: '/brand/packaging/:id', audience: 'trader', needs: 'brand:read' },
  { name: 'proof', path: '/brand/proofs/:id', audience: 'trader', needs: 'brand:read' },
  { name: 'brand', path: '/brand/profiles/:id', audience: 'trader', needs: 'brand:read' },
  { name: 'briefs', path: '/brand/briefs', audience: 'trader', needs: 'brand:read' },
  { name: 'new-brief', path: '/brand/briefs/new', audience: 'trader', needs: 'brief:write' },
  { name: 'brief', path: '/brand/briefs/:id', audience: 'trader', needs: 'brand:read' },
  { name: 'specs', path: '/brand/specs', audience: 'trader', needs: 'brand:read' },
  { name: 'spec', path: '/brand/specs/:id', audience: 'trader', needs: 'brand:read' },
  { name: 'application', path: '/application', audience: 'trader', needs: 'application:read' },
  { name: 'company', path: '/company', audience: 'trader', needs: 'company:read' },
  { name: 'people', path: '/company/people', audience: 'trader', needs: 'member:read' },
  { name: 'notices', path: '/notices', audience: 'trader' },
  { name: 'trail', path: '/company/trail', audience: 'trader', needs: 'trail:read' },
  { name: 'security', path: '/security', audience: 'trader' },
  { name: 'today', path: '/today', audience: 'staff', needs: 'today:read' },
  { name: 'applications', path: '/staff/applications', audience: 'staff', needs: 'application:review' },
  {
    name: 'application-review',
    path: '/staff/applications/:id',
    audience: 'staff',
    needs: 'application:review',
  },
  { name: 'design-desk', path: '/design', audience: 'staff', needs: 'design:read' },
  { name: 'design-brief', path: '/design/briefs/:id', audience: 'staff', needs: 'design:read' },
  { name: 'design-specs', path: '/design/specs', audience: 'staff', needs: 'design:read' },
  { name: 'design-spec', path: '/design/specs/:id', audience: 'staff', needs: 'design:read' },
  { name: 'quotes', path: '/staff/quotes', audience: 'staff', needs: 'design:quote' },
  { name: 'transfers', path: '/transfers', audience: 'staff', needs: 'transfer:read' },
  { name: 'company-account', path: '/transfers/accounts/:id', audience: 'staff', needs: 'transfer:read' },
  { name: 'refunds', path: '/refunds', audience: 'staff', needs: 'refund:read' },
  { name: 'statement-layout', path: '/transfers/imports/:id', audience: 'staff', needs: 'transfer:import' },
  { name: 'gateways', path: '/gateways', audience: 'staff', needs: 'gateway:read' },
  { name: 'design-proof', path: '/design/proofs/:id', audience: 'staff', needs: 'design:read' },
  { name: 'fulfilment', path: '/fulfilment', audience: 'staff', needs: 'fulfilment:read' },
  { name: 'parcel', path: '/fulfilment/:id', audience: 'staff', needs: 'fulfilment:read' },
  { name: 'staff-orders', path: '/staff/orders', audience: 'staff', needs: 'staff-order:read' },
  { name: 'traders', path: '/staff/traders', audience: 'staff', needs: 'trader:read' },
  { name: 'trader', path: '/staff/traders/:id', audience: 'staff', needs: 'trader:read' },
  { name: 'staff-people', path: '/staff/people', audience: 'staff', needs: 'staff:read' },
  { name: 'seller', path: '/seller', audience: 'staff', needs: 'seller:read' },
  { name: 'audit', path: '/audit', audience: 'staff', needs: 'audit:read' },
  { name: 'factor-cases', path: '/staff/lost-factors', audience: 'staff', needs: 'factor-case:read' },
  { name: 'factor-case', path: '/staff/lost-factors/:id', audience: 'staff', needs: 'factor-case:read' },
  { name: 'policy-desk', path: '/staff/policy', audience: 'staff', needs: 'policy:publish' },
  { name: 'staff-security', path: '/staff/security', audience: 'staff' },
] as const satisfies readonly ScreenRoute[];
export type RouteName = (typeof ROUTES)[number]['name'];

/** The list as its general type, for readers that do not need the names. */
export const SCREEN_ROUTES: readonly ScreenRoute[] = ROUTES;
