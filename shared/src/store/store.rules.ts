import { defineRule } from '../kernel/rule';

export const ACCOUNT_CHANGE_HOURS = defineRule({
  name: 'seller-account-wait',
  value: 24,
  clause: '2',
  meaning:
    'A change of the seller’s bank account takes two people and waits 24 hours after the second before it is in force',
});
export const STAFF_INVITATION_HOURS = defineRule({
  name: 'staff-invitation',
  value: 72,
  clause: '2',
  meaning: 'The link in an invitation of staff works once and for 72 hours',
});
/** Roles that nobody gives or takes alone: each can be the second person somewhere, so whoever made one alone would be two. */
export const FOUR_EYES_ROLES = defineRule({
  name: 'four-eyes-roles',
  value: ['account_manager', 'admin', 'finance', 'privacy_officer'],
  clause: '2',
  meaning:
    'Granting or revoking a role that approves takes two people while the store has two who may; neither is the person concerned',
});
/** Otherwise one admin could keep out everybody who may approve, be alone, and make a second person himself. */
export const SUSPENDED_SECOND_DAYS = defineRule({
  name: 'suspended-second-person',
  value: 7,
  clause: '2',
  meaning:
    'Whoever may approve and was suspended counts as the second person for seven days more: until then nobody is alone',
});

export const storeRules = [
  ACCOUNT_CHANGE_HOURS,
  STAFF_INVITATION_HOURS,
  FOUR_EYES_ROLES,
  SUSPENDED_SECOND_DAYS,
];
