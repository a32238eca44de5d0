export { TransfersScreen } from './transfers-screen';
