/** The screens of oversight, each in a chunk of its own: a trader’s browser never loads what only staff see. */
export const oversightScreens = {
  audit: () => import('./audit-screen'),
  staffOrders: () => import('./staff-orders-screen'),
  today: () => import('./today-screen'),
  trail: () => import('./trail-screen'),
};
