import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const key = (index: number): string => `row-${index}`;
const list = (count: number): string[] => Array.from({ length: count }, (_, index) => key(index));

/** One grey bar of the shape of what comes. */
export function Bone({
  width = '100%',
  height = 14,
}: {
  width?: string | number;
  height?: number;
}): ReactNode {
  return <span className="skeleton" style={{ width, height }} />;
}

/** Says once that the screen loads; the bones are not read. */
export function Loading({ children }: { readonly children: ReactNode }): ReactNode {
  const { t } = useTranslation('ui');
  return (
    <div aria-busy="true">
      <span className="sr-only" role="status">
        {t('loading')}
      </span>
      <div aria-hidden>{children}</div>
    </div>
  );
}

/** A table on its way. */
export function TableSkeleton({ rows = 6, columns = 5 }: { rows?: number; columns?: number }): ReactNode {
  return (
    <Loading>
      <div className="card">
        <table className="table">
          <tbody>
            {list(rows).map((row) => (
              <tr key={row}>
                {list(columns).map((cell, at) => (
                  <td key={cell}>
                    <Bone width={at === 0 ? '70%' : '48%'} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Loading>
  );
}

/** Cards on their way. */
export function CardsSkeleton({ cards = 3 }: { cards?: number }): ReactNode {
  return (
    <Loading>
      <div className="stack">
        {list(cards).map((card) => (
          <div key={card} className="card card-pad">
            <Bone width="40%" height={18} />
            <Bone width="80%" />
            <Bone width="25%" height={34} />
          </div>
        ))}
      </div>
    </Loading>
  );
}

/** A whole screen on its way, before it is known which. */
export function PageSkeleton(): ReactNode {
  return (
    <main id="main" tabIndex={-1}>
      <header className="top">
        <Bone width={180} height={24} />
      </header>
      <div className="body">
        <TableSkeleton />
      </div>
    </main>
  );
}
