import type { ReactNode } from 'react';
import { Bone, Loading } from '../../../ui/skeleton';

/** The three columns of a review on their way. */
export function ReviewSkeleton(): ReactNode {
  return (
    <Loading>
      <div className="proof-columns">
        <div className="proof-versions">
          <Bone height={132} />
        </div>
        <div className="card proof-stage">
          <Bone width="60%" height={36} />
          <Bone height={420} />
        </div>
        <div className="stack proof-aside">
          <Bone height={120} />
          <Bone height={240} />
        </div>
      </div>
    </Loading>
  );
}
