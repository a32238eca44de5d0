export { SellerScreen } from './seller/seller-screen';
export { JoinScreen } from './staff/join-screen';
export { StaffScreen } from './staff/staff-screen';
