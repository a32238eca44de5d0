import type { Permission } from '@qafila/shared/access/permissions';
import { SCREEN_ROUTES } from '@qafila/shared/registry/routes';

interface RailItem {
  readonly path: string;
  /** Key of its word in `app`. */
  readonly word: string;
  readonly needs: Permission | undefined;
}

const item = (path: string, word: string): RailItem => ({
  path,
  word,
  needs: SCREEN_ROUTES.find((route) => route.path === path)?.needs,
});

const RAIL = {
  trader: [
    item('/home', 'rail.home'),
    item('/orders/new', 'rail.newOrder'),
    item('/orders', 'rail.orders'),
    item('/payments', 'rail.payments'),
    item('/brand', 'rail.brands'),
    item('/application', 'rail.application'),
    item('/company/trail', 'rail.trail'),
    item('/company', 'rail.company'),
    item('/company/people', 'rail.people'),
  ],
  staff: [
    item('/today', 'rail.today'),
    item('/staff/applications', 'rail.applications'),
    item('/design', 'rail.design'),
    item('/staff/quotes', 'rail.quotes'),
    item('/transfers', 'rail.transfers'),
    item('/gateways', 'rail.gateways'),
    item('/refunds', 'rail.refunds'),
    item('/fulfilment', 'rail.fulfilment'),
    item('/staff/orders', 'rail.orders'),
    item('/staff/traders', 'rail.traders'),
    item('/staff/people', 'rail.staff'),
    item('/seller', 'rail.seller'),
    item('/audit', 'rail.audit'),
    item('/staff/lost-factors', 'rail.lostFactors'),
    item('/staff/policy', 'rail.policyDesk'),
  ],
} as const;

/** The screens of the rail that these permissions open. */
export const railFor = (
  audience: 'trader' | 'staff',
  permissions: readonly Permission[],
): readonly RailItem[] =>
  RAIL[audience].filter(({ needs }) => needs === undefined || permissions.includes(needs));

/** The rail item a path belongs to: the longest that begins it, drafts under "new order". */
export function activeItem(items: readonly RailItem[], path: string): string | undefined {
  if (/^\/orders\/[^/]+\/(edit|review)$/.test(path)) return '/orders/new';
  const fitting = items.filter((each) => path === each.path || path.startsWith(`${each.path}/`));
  return fitting.sort((a, b) => b.path.length - a.path.length)[0]?.path;
}
