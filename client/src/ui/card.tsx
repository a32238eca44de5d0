import type { ReactNode } from 'react';

interface CardProps {
  readonly title?: ReactNode;
  /** At the inline end of the title. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  readonly tone?: 'plain' | 'warn' | 'soft';
  /** Without inner space, for tables. */
  readonly bare?: boolean;
  readonly className?: string;
}

/** A white sheet on the sand. With a title it is a section. */
export function Card({
  title,
  aside,
  children,
  tone = 'plain',
  bare = false,
  className,
}: CardProps): ReactNode {
  const names = ['card', tone !== 'plain' && `card-${tone}`, !bare && 'card-pad', className];
  return (
    <section className={names.filter(Boolean).join(' ')}>
      {title !== undefined && (
        <div className="between">
          <h2>{title}</h2>
          {aside}
        </div>
      )}
      {children}
    </section>
  );
}
