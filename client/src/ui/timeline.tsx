import type { ReactNode } from 'react';

interface TimelineItem {
  readonly key: string;
  readonly what: ReactNode;
  readonly when: ReactNode;
}

/** What happened, one below the other. */
export function Timeline({ items }: { readonly items: readonly TimelineItem[] }): ReactNode {
  return (
    <ol className="timeline">
      {items.map((item) => (
        <li key={item.key}>
          <span>{item.what}</span>
          <span className="small muted">{item.when}</span>
        </li>
      ))}
    </ol>
  );
}
