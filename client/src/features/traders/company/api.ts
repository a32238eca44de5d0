import { getCompany } from '@qafila/shared/traders/company.contract';
import { listOwnRoles, type ownRoleView } from '@qafila/shared/traders/members.contract';
import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { call } from '../../../lib/call';

/** Everything of this feature stands under one key: a change of one part may show in another. */
export const COMPANY_KEY = ['company'] as const;

export type OwnRole = z.output<typeof ownRoleView>;

export const companyQuery = queryOptions({
  queryKey: [...COMPANY_KEY, 'own'],
  queryFn: () => call(getCompany),
});
export const ownRolesQuery = queryOptions({
  queryKey: [...COMPANY_KEY, 'roles'],
  queryFn: () => call(listOwnRoles),
});
