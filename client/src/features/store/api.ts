import { readSeller } from '@qafila/shared/store/seller.contract';
import { listStaff } from '@qafila/shared/store/staff.contract';
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { call } from '../../lib/call';

export const sellerQuery = queryOptions({
  queryKey: ['seller'],
  queryFn: ({ signal }) => call(readSeller, { signal }),
});
export const staffQuery = queryOptions({
  queryKey: ['staff'],
  queryFn: ({ signal }) => call(listStaff, { signal }),
});

/** After a step in the store: the screen and the staff home are asked again. */
export function useStoreChanged(key: 'seller' | 'staff'): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(async () => {
    await client.invalidateQueries({ queryKey: [key] });
    await client.invalidateQueries({ queryKey: ['today'] });
  }, [client, key]);
}
