import { lazy } from 'react';

// Whoever signs in needs none of these: each comes when its address is opened.
const link = () => import('./recover/link-button-screens');

export const RegisterScreen = lazy(async () => ({
  default: (await import('./register/register-screen')).RegisterScreen,
}));
export const EnrolScreen = lazy(async () => ({
  default: (await import('./enrol/enrol-screen')).EnrolScreen,
}));
export const ForgotPasswordScreen = lazy(async () => ({
  default: (await import('./recover/forgot-password-screen')).ForgotPasswordScreen,
}));
export const ResetPasswordScreen = lazy(async () => ({
  default: (await import('./recover/reset-password-screen')).ResetPasswordScreen,
}));
export const ConfirmEmailScreen = lazy(async () => ({ default: (await link()).ConfirmEmailScreen }));
export const UnlockScreen = lazy(async () => ({ default: (await link()).UnlockScreen }));
export const LostFactorScreen = lazy(async () => ({
  default: (await import('./recover/lost-factor-screen')).LostFactorScreen,
}));
export const SecurityScreen = lazy(async () => ({
  default: (await import('./security/security-screen')).SecurityScreen,
}));
export const FactorCasesScreen = lazy(async () => ({
  default: (await import('./cases/factor-cases-screen')).FactorCasesScreen,
}));
export const FactorCaseScreen = lazy(async () => ({
  default: (await import('./cases/factor-case-screen')).FactorCaseScreen,
}));
