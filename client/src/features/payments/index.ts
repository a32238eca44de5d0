export { GatewaysScreen } from './gateways/gateways-screen';
export { LayoutScreen } from './imports/layout-screen';
export { TransfersScreen } from './transfers-screen';
