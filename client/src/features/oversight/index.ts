export { AuditScreen } from './audit-screen';
export { StaffOrdersScreen } from './staff-orders-screen';
export { TodayScreen } from './today-screen';
