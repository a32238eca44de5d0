import { ROUTES, type RouteName, SCREEN_ROUTES, type ScreenRoute } from '@qafila/shared/registry/routes';
import { lazyRouteComponent } from '@tanstack/react-router';
import type { ComponentType } from 'react';

/** The screens of the portal as data, from the list that tests and tools read too. */
export const routes: readonly ScreenRoute[] = SCREEN_ROUTES;
export const routeNames: readonly RouteName[] = ROUTES.map((route) => route.name);

/** Path in the router's spelling: `/orders/$id`. */
export const routerPath = (path: string): string => path.replace(/:(\w+)/g, '$$$1');

const branding = async () => (await import('../features/branding')).brandingScreens;
const identity = () => import('../features/identity');
const oversight = async () => (await import('../features/oversight')).oversightScreens;
const payments = async () => (await import('../features/payments')).paymentsScreens;
const privacy = () => import('../features/privacy');
const ordering = () => import('../features/ordering');
const shipping = () => import('../features/shipping');
const store = () => import('../features/store');
const traders = async () => (await import('../features/traders')).tradersScreens;
const notifications = () => import('../features/notifications');

/** Each screen in its own chunk, by audience: staff code never reaches a trader's browser. */
export const SCREENS: Readonly<Record<RouteName, ComponentType>> = {
  'sign-in': lazyRouteComponent(identity, 'SignInScreen'),
  register: lazyRouteComponent(identity, 'RegisterScreen'),
  enrol: lazyRouteComponent(identity, 'EnrolScreen'),
  'forgot-password': lazyRouteComponent(identity, 'ForgotPasswordScreen'),
  'reset-password': lazyRouteComponent(identity, 'ResetPasswordScreen'),
  'confirm-email': lazyRouteComponent(identity, 'ConfirmEmailScreen'),
  unlock: lazyRouteComponent(identity, 'UnlockScreen'),
  'lost-factor': lazyRouteComponent(identity, 'LostFactorScreen'),
  trail: lazyRouteComponent(async () => (await oversight()).trail(), 'TrailScreen'),
  security: lazyRouteComponent(identity, 'SecurityScreen'),
  'staff-security': lazyRouteComponent(identity, 'SecurityScreen'),
  'factor-cases': lazyRouteComponent(identity, 'FactorCasesScreen'),
  'factor-case': lazyRouteComponent(identity, 'FactorCaseScreen'),
  policy: lazyRouteComponent(privacy, 'PolicyScreen'),
  'policy-desk': lazyRouteComponent(privacy, 'PolicyDeskScreen'),
  'demo-inbox': lazyRouteComponent(notifications, 'InboxScreen'),
  notices: lazyRouteComponent(notifications, 'NoticesScreen'),
  company: lazyRouteComponent(async () => (await traders()).company(), 'CompanyScreen'),
  people: lazyRouteComponent(async () => (await traders()).people(), 'PeopleScreen'),
  invitation: lazyRouteComponent(async () => (await traders()).invitation(), 'JoinScreen'),
  brands: lazyRouteComponent(async () => (await branding()).brands(), 'BrandsScreen'),
  'brand-files': lazyRouteComponent(async () => (await branding()).files(), 'FilesScreen'),
  packaging: lazyRouteComponent(async () => (await branding()).packaging(), 'PackagingListScreen'),
  'packaging-spec': lazyRouteComponent(async () => (await branding()).packagingSpec(), 'PackagingScreen'),
  proof: lazyRouteComponent(async () => (await branding()).proof(), 'ProofScreen'),
  'design-proof': lazyRouteComponent(async () => (await branding()).designProof(), 'DesignProofScreen'),
  brand: lazyRouteComponent(async () => (await branding()).brand(), 'ProfileScreen'),
  'design-desk': lazyRouteComponent(async () => (await branding()).desk(), 'DeskScreen'),
  'design-brief': lazyRouteComponent(async () => (await branding()).designBrief(), 'DesignBriefScreen'),
  'design-specs': lazyRouteComponent(async () => (await branding()).checks(), 'ChecksScreen'),
  'design-spec': lazyRouteComponent(async () => (await branding()).check(), 'CheckScreen'),
  quotes: lazyRouteComponent(async () => (await branding()).quotes(), 'QuotesScreen'),
  briefs: lazyRouteComponent(async () => (await branding()).briefs(), 'BriefsScreen'),
  'new-brief': lazyRouteComponent(async () => (await branding()).newBrief(), 'NewBriefScreen'),
  brief: lazyRouteComponent(async () => (await branding()).brief(), 'BriefScreen'),
  specs: lazyRouteComponent(async () => (await branding()).specs(), 'SpecsScreen'),
  spec: lazyRouteComponent(async () => (await branding()).spec(), 'SpecScreen'),
  home: lazyRouteComponent(ordering, 'HomeScreen'),
  orders: lazyRouteComponent(ordering, 'OrdersScreen'),
  'new-order': lazyRouteComponent(ordering, 'NewOrderScreen'),
  order: lazyRouteComponent(ordering, 'OrderScreen'),
  'order-edit': lazyRouteComponent(ordering, 'OrderEditScreen'),
  'order-review': lazyRouteComponent(ordering, 'ReviewScreen'),
  'order-pay': lazyRouteComponent(ordering, 'PayScreen'),
  today: lazyRouteComponent(async () => (await oversight()).today(), 'TodayScreen'),
  payments: lazyRouteComponent(async () => (await payments()).books(), 'BooksScreen'),
  account: lazyRouteComponent(async () => (await payments()).account(), 'AccountScreen'),
  'company-account': lazyRouteComponent(
    async () => (await payments()).companyAccount(),
    'CompanyAccountScreen',
  ),
  transfers: lazyRouteComponent(async () => (await payments()).transfers(), 'TransfersScreen'),
  'statement-layout': lazyRouteComponent(async () => (await payments()).layout(), 'LayoutScreen'),
  refunds: lazyRouteComponent(async () => (await payments()).refunds(), 'RefundsScreen'),
  gateways: lazyRouteComponent(async () => (await payments()).gateways(), 'GatewaysScreen'),
  fulfilment: lazyRouteComponent(shipping, 'FulfilmentScreen'),
  parcel: lazyRouteComponent(shipping, 'ParcelScreen'),
  join: lazyRouteComponent(store, 'JoinScreen'),
  seller: lazyRouteComponent(store, 'SellerScreen'),
  'staff-people': lazyRouteComponent(store, 'StaffScreen'),
  application: lazyRouteComponent(async () => (await traders()).application(), 'ApplyScreen'),
  applications: lazyRouteComponent(async () => (await traders()).applications(), 'ApplicationsScreen'),
  'application-review': lazyRouteComponent(async () => (await traders()).review(), 'ApplicationReviewScreen'),
  traders: lazyRouteComponent(async () => (await traders()).traders(), 'TradersScreen'),
  trader: lazyRouteComponent(async () => (await traders()).trader(), 'TraderScreen'),
  'staff-orders': lazyRouteComponent(async () => (await oversight()).staffOrders(), 'StaffOrdersScreen'),
  audit: lazyRouteComponent(async () => (await oversight()).audit(), 'AuditScreen'),
};
