export { PolicyDeskScreen } from './policy-desk-screen';
export { PolicyNews } from './policy-news';
export { PolicyScreen } from './policy-screen';
