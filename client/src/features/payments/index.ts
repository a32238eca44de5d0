export { LayoutScreen } from './imports/layout-screen';
export { TransfersScreen } from './transfers-screen';
