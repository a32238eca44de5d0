import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

/** Reads a parameter of the address and changes it without a new step in the history; `undefined` takes it out. */
function useParameter(name: string): [unknown, (value: string | undefined) => void] {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const set = useCallback(
    (value: string | undefined) => {
      void navigate({
        to: '.',
        replace: true,
        search: (before: Record<string, unknown>) => ({ ...before, [name]: value }),
      });
    },
    [navigate, name],
  );
  return [search[name], set];
}

/** One parameter of the address that has one of several values. */
export function useAddressValue<T extends string>(
  name: string,
  allowed: readonly T[],
  fallback: T,
): [T, (value: T) => void] {
  const [value, put] = useParameter(name);
  const found = allowed.find((each) => each === value);
  const set = useCallback((next: T) => put(next === fallback ? undefined : next), [put, fallback]);
  return [found ?? fallback, set];
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** One parameter of the address that is a day as an ISO date; anything else is nothing. */
export function useAddressDay(name: string): [string | null, (day: string) => void] {
  const [value, put] = useParameter(name);
  const set = useCallback((day: string) => put(day === '' ? undefined : day), [put]);
  return [typeof value === 'string' && DAY.test(value) ? value : null, set];
}

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** One parameter of the address that names a thing by its id; anything else is nothing. */
export function useAddressId(name: string): [string | null, (id: string | null) => void] {
  const [value, put] = useParameter(name);
  const set = useCallback((id: string | null) => put(id ?? undefined), [put]);
  return [typeof value === 'string' && ID.test(value) ? value : null, set];
}
