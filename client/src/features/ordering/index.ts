export { HomeScreen } from './screens/home-screen';
export { NewOrderScreen } from './screens/new-order-screen';
export { OrderEditScreen } from './screens/order-edit-screen';
export { OrderScreen } from './screens/order-screen';
export { OrdersScreen } from './screens/orders-screen';
export { PayScreen } from './screens/pay-screen';
export { ReviewScreen } from './screens/review-screen';
