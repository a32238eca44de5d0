import { useInfiniteQuery } from '@tanstack/react-query';

interface PageReply<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
}

/** A list that comes page by page: `load` gets the cursor of the last row seen, nothing for the first page. */
export function usePages<Row, Reply extends PageReply<Row>>(
  key: readonly unknown[],
  load: (after: string | undefined, signal: AbortSignal) => Promise<Reply & PageReply<Row>>,
) {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => load(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  });
  const rows: readonly Row[] = query.data?.pages.flatMap((page) => page.rows) ?? [];
  return { query, rows, first: query.data?.pages[0] };
}
/** What `usePages` answers, for components that show any list. */
export type Pages = Pick<ReturnType<typeof usePages<unknown, PageReply<unknown>>>, 'rows'> & {
  readonly query: {
    readonly isPending: boolean;
    readonly isError: boolean;
    readonly error: unknown;
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => unknown;
    readonly refetch: () => unknown;
  };
};
