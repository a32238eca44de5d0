export { CompanyScreen } from './company-screen';
export { JoinScreen } from './join-screen';
export { PeopleScreen } from './people-screen';
