export { ActingBanner } from './acting/acting-banner';
export { TraderScreen } from './acting/trader-screen';
export { TradersScreen } from './acting/traders-screen';
