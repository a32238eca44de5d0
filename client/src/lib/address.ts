import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

/** One parameter of the address: read it, and change it without a new step in the history. */
export function useAddressValue<T extends string>(
  name: string,
  allowed: readonly T[],
  fallback: T,
): [T, (value: T) => void] {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const found = allowed.find((value) => value === search[name]);
  const set = useCallback(
    (value: T) => {
      void navigate({
        to: '.',
        replace: true,
        search: (before: Record<string, unknown>) => ({
          ...before,
          [name]: value === fallback ? undefined : value,
        }),
      });
    },
    [navigate, name, fallback],
  );
  return [found ?? fallback, set];
}
