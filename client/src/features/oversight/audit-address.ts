import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';

/** What the trail is narrowed by, as it stands in the address. Days are UTC days, `YYYY-MM-DD`. */
export const AUDIT_FILTERS = ['event', 'person', 'company', 'subject', 'from', 'until'] as const;
export type AuditFilter = (typeof AUDIT_FILTERS)[number];
export type AuditFilters = Readonly<Record<AuditFilter, string>>;

const DAY_MS = 86_400_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** True for a value that the interface would take; others are not sent. */
export function isReadable(filter: AuditFilter, value: string): boolean {
  if (filter === 'from' || filter === 'until') return DAY.test(value) && !Number.isNaN(Date.parse(value));
  return filter === 'person' || filter === 'company' ? UUID.test(value) : true;
}

/** The query of the interface: the last day counts whole. */
export function queryOf(filters: AuditFilters): Partial<Record<AuditFilter, string>> {
  const given = AUDIT_FILTERS.filter((name) => filters[name] !== '' && isReadable(name, filters[name]));
  return Object.fromEntries(given.map((name) => [name, sentAs(name, filters[name])]));
}

function sentAs(name: AuditFilter, value: string): string {
  if (name === 'from') return `${value}T00:00:00.000Z`;
  return name === 'until' ? new Date(Date.parse(value) + DAY_MS).toISOString() : value;
}

/** The filters of the address, one way to change some of them and one to drop them all. */
export function useAuditFilters(): {
  readonly filters: AuditFilters;
  readonly set: (some: Partial<AuditFilters>) => void;
  readonly clear: () => void;
} {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const filters = useMemo(
    () =>
      Object.fromEntries(
        AUDIT_FILTERS.map((name) => [name, typeof search[name] === 'string' ? search[name] : '']),
      ) as AuditFilters,
    [search],
  );
  const go = useCallback(
    (next: Partial<AuditFilters>) => {
      const kept = Object.fromEntries(Object.entries(next).filter(([, value]) => value !== ''));
      void navigate({ to: '.', replace: true, search: kept });
    },
    [navigate],
  );
  const set = useCallback((some: Partial<AuditFilters>) => go({ ...filters, ...some }), [go, filters]);
  const clear = useCallback(() => go({}), [go]);
  return { filters, set, clear };
}
