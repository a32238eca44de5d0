export { ActingBanner } from './acting/acting-banner';
export { TraderScreen } from './acting/trader-screen';
export { TradersScreen } from './acting/traders-screen';
export { CompanyScreen } from './company/company-screen';
export { JoinScreen as InvitationScreen } from './company/join-screen';
export { PeopleScreen } from './company/people-screen';
