export { InboxScreen } from './inbox-screen';
export { NoticeBell } from './notice-bell';
export { NoticesScreen } from './notices-screen';
