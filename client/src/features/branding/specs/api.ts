import {
  designSpec,
  designSpecs,
  listSpecs,
  readSpec,
  type SPEC_FILTERS,
} from '@qafila/shared/branding/production-specs.contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../lib/call';

export const SPECS_KEY = ['brand', 'specs'] as const;
export const SPEC_TABS = ['live', 'retired'] as const;
export type SpecTab = (typeof SPEC_TABS)[number];

export const loadSpecs = (tab: SpecTab, after: string | undefined, signal: AbortSignal) =>
  call(listSpecs, {
    query: { ...(tab === 'retired' ? { retired: 'true' } : {}), ...(after ? { after } : {}) },
    signal,
  });
export const specQuery = (id: string) =>
  queryOptions({ queryKey: [...SPECS_KEY, 'one', id], queryFn: () => call(readSpec, { params: { id } }) });

export const CHECKS_KEY = ['design', 'specs'] as const;
export type SpecFilter = (typeof SPEC_FILTERS)[number];

export const loadChecks = (filter: SpecFilter, after: string | undefined, signal: AbortSignal) =>
  call(designSpecs, { query: { filter, ...(after ? { after } : {}) }, signal });
export const designSpecQuery = (id: string) =>
  queryOptions({ queryKey: [...CHECKS_KEY, 'one', id], queryFn: () => call(designSpec, { params: { id } }) });
