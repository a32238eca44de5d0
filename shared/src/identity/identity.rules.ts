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
  value: 20,
  clause: '2',
  meaning: 'Twenty wrong passwords in a row close sign-in for an account until a mailed link is followed',
});
export const TRIES_BEFORE_DELAY = defineRule({
  name: 'tries-before-delay',
  value: 5,
  clause: '2',
  meaning: 'After five wrong passwords in a row each further try waits: 1, 2, 4 … seconds',
});
export const LONGEST_DELAY_SECONDS = defineRule({
  name: 'longest-delay',
  value: 60,
  clause: '2',
  meaning: 'The wait between two tries grows to 60 seconds and no further',
});
export const NETWORK_TRIES = defineRule({
  name: 'network-tries',
  value: 100,
  clause: '2',
  meaning: 'Wrong sign-ins of one network (/24, /64) in 15 minutes before it waits',
});
export const PORTAL_TRIES = defineRule({
  name: 'portal-tries',
  value: 2000,
  clause: '2',
  meaning: 'Wrong sign-ins of the whole portal in 15 minutes before unknown devices wait',
});
export const MAILS_TO_ONE_ADDRESS = defineRule({
  name: 'mails-to-one-address',
  value: 5,
  clause: '2',
  meaning:
    'Links of one kind sent to one address in 15 minutes; further requests are answered alike and send nothing',
});
export const LINK_REQUESTS = defineRule({
  name: 'link-requests',
  value: 60,
  clause: '2',
  meaning: 'Requests for links, or tries of links, from one network in 15 minutes before it waits',
});
export const LINK_TRIES = defineRule({
  name: 'link-tries',
  value: 20,
  clause: '2',
  meaning: 'Tries of the link of one invitation in 15 minutes, from whichever network, before it waits',
});
export const TRY_WINDOW_MINUTES = defineRule({
  name: 'try-window',
  value: 15,
  clause: '2',
  meaning: 'Window of the counters of failed tries in minutes',
});

export const PASSWORD_MIN = defineRule({
  name: 'password-min',
  value: 12,
  clause: '2',
  meaning: 'A password has at least 12 code points of any script',
});
export const PASSWORD_MAX = defineRule({
  name: 'password-max',
  value: 128,
  clause: '2',
  meaning: 'A password has at most 128 code points; a longer one is refused, never cut',
});
export const PASSWORD_SCORE = defineRule({
  name: 'password-score',
  value: 3,
  clause: '2',
  meaning:
    'A password that an estimator scores below 3 of 4, knowing the person and the company, counts as known',
});
export const RECOVERY_CODES = defineRule({
  name: 'recovery-codes',
  value: 10,
  clause: '2',
  meaning: 'Recovery codes of a person; each works once',
});
export const REGISTRATION_LINK_HOURS = defineRule({
  name: 'registration-link',
  value: 24,
  clause: '2',
  meaning: 'Life of a registration link in hours',
});
export const RESET_LINK_MINUTES = defineRule({
  name: 'reset-link',
  value: 30,
  clause: '2',
  meaning: 'Life of a link for a new password in minutes',
});
export const EMAIL_LINK_HOURS = defineRule({
  name: 'email-link',
  value: 2,
  clause: '2',
  meaning: 'Life of a link that confirms a new address, in hours',
});
export const UNLOCK_LINK_HOURS = defineRule({
  name: 'unlock-link',
  value: 24,
  clause: '2',
  meaning: 'Life of a link that opens sign-in again, in hours',
});
export const ENROLMENT_MINUTES = defineRule({
  name: 'enrolment',
  value: 30,
  clause: '2',
  meaning:
    'Time to enrol the first factor after the password, in minutes; afterwards the person signs in again',
});
export const TOTP_DRAFT_MINUTES = defineRule({
  name: 'totp-draft',
  value: 10,
  clause: '2',
  meaning: 'A new seed waits this many minutes for its first code',
});
export const CHALLENGE_MINUTES = defineRule({
  name: 'passkey-challenge',
  value: 5,
  clause: '2',
  meaning: 'A passkey challenge is answered within five minutes, once',
});
export const STEP_UP_MINUTES = defineRule({
  name: 'passkey-step-up',
  value: 2,
  clause: '2',
  meaning: 'A call confirmed with a passkey is made within two minutes, once',
});
export const LOST_FACTOR_WAIT_HOURS = defineRule({
  name: 'lost-factor-wait',
  value: 24,
  clause: '2',
  meaning: 'Hours between the second approval of a lost-factor case and the new enrolment',
});
export const LOST_FACTOR_LINK_DAYS = defineRule({
  name: 'lost-factor-link',
  value: 7,
  clause: '2',
  meaning: 'Days an approved lost-factor case stays open for the new enrolment after its wait',
});
export const LOST_FACTOR_CASE_DAYS = defineRule({
  name: 'lost-factor-case',
  value: 14,
  clause: '2',
  meaning: 'Days after which a lost-factor case that nobody decided expires',
});
export const FACTOR_CHECKUP_DAYS = defineRule({
  name: 'factor-checkup',
  value: 28,
  clause: '2',
  meaning: 'Days after the enrolment when somebody is asked whether his factor and codes are still at hand',
});
export const ACTING_IDLE_MINUTES = defineRule({
  name: 'acting-idle',
  value: 15,
  clause: '2',
  meaning: 'Staff who act for a trader are back in their own session after 15 minutes without use',
});
export const KNOWN_DEVICE_DAYS = defineRule({
  name: 'known-device',
  value: 180,
  clause: '2',
  meaning: 'A browser is remembered for 180 days; a sign-in from another one is told by mail',
});
export const ENDED_PROOF_HOURS = defineRule({
  name: 'ended-proof',
  value: 24,
  clause: '2',
  meaning:
    'Refresh tokens, passkey challenges, confirmations and enrolments that nobody finished are deleted 24 hours after they ended',
});
export const ENDED_LINK_DAYS = defineRule({
  name: 'ended-link',
  value: 7,
  clause: '2',
  meaning: 'A mailed link is deleted seven days after it ended, with the address it went to',
});
export const ENDED_SESSION_DAYS = defineRule({
  name: 'ended-session',
  value: 90,
  clause: '2',
  meaning: 'A session is deleted 90 days after its end; the newest one of a person in each company stays',
});

export const identityRules = [
  TRIES_BEFORE_DELAY,
  LONGEST_DELAY_SECONDS,
  NETWORK_TRIES,
  PORTAL_TRIES,
  MAILS_TO_ONE_ADDRESS,
  LINK_REQUESTS,
  LINK_TRIES,
  PASSWORD_MIN,
  PASSWORD_MAX,
  PASSWORD_SCORE,
  RECOVERY_CODES,
  REGISTRATION_LINK_HOURS,
  RESET_LINK_MINUTES,
  EMAIL_LINK_HOURS,
  UNLOCK_LINK_HOURS,
  ENROLMENT_MINUTES,
  TOTP_DRAFT_MINUTES,
  CHALLENGE_MINUTES,
  STEP_UP_MINUTES,
  LOST_FACTOR_WAIT_HOURS,
  LOST_FACTOR_LINK_DAYS,
  LOST_FACTOR_CASE_DAYS,
  FACTOR_CHECKUP_DAYS,
  ACTING_IDLE_MINUTES,
  KNOWN_DEVICE_DAYS,
  ENDED_PROOF_HOURS,
  ENDED_LINK_DAYS,
  ENDED_SESSION_DAYS,
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
