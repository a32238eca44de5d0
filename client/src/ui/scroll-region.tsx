import type { ReactNode } from 'react';

interface ScrollRegionProps {
  readonly label: string;
  readonly className: string;
  readonly children: ReactNode;
}

/** What scrolls by itself is reached by Tab, so that the arrow keys can move it. */
const REACHED = { tabIndex: 0 } as const;

/** A part of the page that scrolls inside its own box. */
export const ScrollRegion = ({ label, className, children }: ScrollRegionProps): ReactNode => (
  <section {...REACHED} className={className} aria-label={label}>
    {children}
  </section>
);
