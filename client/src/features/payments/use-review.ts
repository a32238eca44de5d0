import type { AnswerOf } from '@qafila/shared/access/endpoint';
import { confirmMatches, reviewMatches } from '@qafila/shared/payments/desk.contract';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { call, isProblem, newKey } from '../../lib/call';
import type { Match } from './match-facts';
import { useDeskChanged } from './use-desk';

export type Confirmed = AnswerOf<typeof confirmMatches>;

/**
 * The list as the server would book it, with its hash, and the step that confirms exactly that list.
 * When something changed in between, the desk is asked again and a new list with a new hash comes.
 */
export function useReview(matches: readonly Match[], onDone: (confirmed: Confirmed) => void) {
  const changed = useDeskChanged();
  const wanted = matches.map(({ id, version }) => ({ matchId: id, version }));
  const review = useQuery({
    queryKey: ['transfers-review', wanted],
    queryFn: ({ signal }) => call(reviewMatches, { body: { matches: wanted }, signal }),
    enabled: wanted.length > 0,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  // Somebody else's step, or the worker's, came between: the desk's new versions make a new list.
  const isStale = isProblem(review.error, 'REVIEW_CHANGED');
  useEffect(() => {
    if (isStale) void changed();
  }, [isStale, changed]);
  const hash = review.data?.hash;
  // One key for one list: a repeated click or a lost answer books nothing twice.
  const keyed = useMemo(() => ({ hash, key: newKey() }), [hash]);
  const body = { hash: keyed.hash ?? '', matches: wanted };
  const confirm = useMutation({
    mutationFn: (freshCode: string) =>
      call(confirmMatches, {
        body,
        freshCode,
        idempotencyKey: keyed.key,
      }),
    onSuccess: async (confirmed) => {
      onDone(confirmed);
      await changed();
    },
    onError: async (error) => {
      if (isProblem(error, 'REVIEW_CHANGED') || isProblem(error, 'WRONG_STATE')) await changed();
    },
  });
  return { review, body, confirm, changed };
}
