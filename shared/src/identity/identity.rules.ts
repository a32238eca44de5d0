import { defineRule } from '../kernel/rule';

export const TOTP_STEP_SECONDS = defineRule({
  name: 'totp-step',
  value: 30,
  clause: '2',
  meaning: 'Length of a second-factor step in seconds; each step is accepted once over login and step-up',
});
export const STAFF_IDLE_MINUTES = defineRule({
  name: 'staff-idle',
  value: 30,
  clause: '2',
  meaning: 'A staff session ends after 30 minutes without use',
});
export const STAFF_SESSION_HOURS = defineRule({
  name: 'staff-session',
  value: 12,
  clause: '2',
  meaning: 'A staff session ends after 12 hours in any case',
});
export const TRADER_IDLE_MINUTES = defineRule({
  name: 'trader-idle',
  value: 60,
  clause: '2',
  meaning: 'A trader session ends after 60 minutes without use',
});
export const TRADER_SESSION_HOURS = defineRule({
  name: 'trader-session',
  value: 24,
  clause: '2',
  meaning: 'A trader session ends after 24 hours in any case',
});
export const REFRESH_GRACE_SECONDS = defineRule({
  name: 'refresh-grace',
  value: 10,
  clause: '2',
  meaning:
    'Within 10 seconds the immediately previous refresh token returns the same successor (two tabs at once)',
});
export const FAILURES_BEFORE_LOCK = defineRule({
  name: 'factor-failures',
  value: 10,
  clause: '2',
  meaning:
    'Ten wrong second factors in 15 minutes, over all kinds and sign-ins, close the account for the rest of them',
});
export const SIGN_IN_TRIES = defineRule({
  name: 'sign-in-tries',
  value: 10,
  clause: '2',
  meaning: 'Ten wrong passwords for one account in 15 minutes make further tries wait; 100 for one network',
});
export const TRY_WINDOW_MINUTES = defineRule({
  name: 'try-window',
  value: 15,
  clause: '2',
  meaning: 'Window of the counters of failed tries in minutes',
});

export const identityRules = [
  TOTP_STEP_SECONDS,
  STAFF_IDLE_MINUTES,
  STAFF_SESSION_HOURS,
  TRADER_IDLE_MINUTES,
  TRADER_SESSION_HOURS,
  REFRESH_GRACE_SECONDS,
  FAILURES_BEFORE_LOCK,
  SIGN_IN_TRIES,
  TRY_WINDOW_MINUTES,
];
