import type { ReactNode } from 'react';

/** The drawn mark of the portal. Not mirrored. */
export function Mark({ size = 26 }: { readonly size?: number }): ReactNode {
  return (
    <svg width={size} height={size} viewBox="0 0 26 26" aria-hidden="true">
      <rect width="26" height="26" rx="8" fill="var(--majorelle)" />
      <rect
        x="8"
        y="8"
        width="10"
        height="10"
        rx="1.5"
        fill="none"
        stroke="var(--white)"
        strokeWidth="2"
        transform="rotate(45 13 13)"
      />
    </svg>
  );
}
