import type { ReactNode } from 'react';
import { TableSkeleton } from '../../../ui/skeleton';

/** Stands until its screen does. */
export function ReviewScreen(): ReactNode {
  return <TableSkeleton />;
}
