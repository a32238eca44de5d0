import type { Locale } from '@qafila/shared/kernel/locale';
import { listPolicies, myPolicy, readPolicy } from '@qafila/shared/privacy/privacy.contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../lib/call';

const MINUTES_5 = 5 * 60_000;

/** Versions of the policy, newest first. */
export const policiesQuery = queryOptions({
  queryKey: ['policy', 'versions'],
  queryFn: () => call(listPolicies, { quiet: true }),
  staleTime: 0,
});

/** One version in one language; it never changes. */
export const policyQuery = (version: number, locale: Locale) =>
  queryOptions({
    queryKey: ['policy', 'text', version, locale],
    queryFn: () => call(readPolicy, { quiet: true, params: { version }, query: { locale } }),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** What the signed-in person saw, and whether the policy changed since. */
export const myPolicyQuery = queryOptions({
  queryKey: ['policy', 'mine'],
  queryFn: () => call(myPolicy, { quiet: true }),
  staleTime: MINUTES_5,
});
