export * from './later-screens';
export { CompanySwitch } from './security/company-switch';
export { SignInForm } from './sign-in-form';
export { SignInScreen } from './sign-in-screen';
