import type { ReactNode } from 'react';
import { Bone, Loading, TableSkeleton } from '../../ui/skeleton';

/** The station on its way: pieces, look and next step. */
export function ParcelSkeleton(): ReactNode {
  return (
    <div className="pack">
      <TableSkeleton rows={4} columns={3} />
      <Loading>
        <div className="stack">
          <div className="card card-pad">
            <Bone height={150} />
          </div>
          <div className="card card-pad">
            <Bone width="60%" />
            <Bone width="80%" />
            <Bone height={54} />
          </div>
        </div>
      </Loading>
    </div>
  );
}
