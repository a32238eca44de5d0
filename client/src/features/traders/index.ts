/** The screens of traders, each in a chunk of its own: a trader’s browser never loads what only staff see. */
export const tradersScreens = {
  actingBanner: () => import('./acting/acting-banner'),
  application: () => import('./application/apply-screen'),
  applications: () => import('./application/queue-screen'),
  review: () => import('./application/review-screen'),
  company: () => import('./company/company-screen'),
  invitation: () => import('./company/join-screen'),
  people: () => import('./company/people-screen'),
  trader: () => import('./acting/trader-screen'),
  traders: () => import('./acting/traders-screen'),
};
