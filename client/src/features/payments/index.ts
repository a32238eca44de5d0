/** The screens of payments, each in a chunk of its own: a trader’s browser never loads what only staff see. */
export const paymentsScreens = {
  books: () => import('./books/books-screen'),
  account: () => import('./account/account-screen'),
  companyAccount: () => import('./account/company-account-screen'),
  gateways: () => import('./gateways/gateways-screen'),
  layout: () => import('./imports/layout-screen'),
  refunds: () => import('./refunds/refunds-screen'),
  transfers: () => import('./transfers-screen'),
};
