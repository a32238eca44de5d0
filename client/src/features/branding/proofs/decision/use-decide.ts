import type { AnswerOf, CallOf, Endpoint } from '@qafila/shared/access/endpoint';
import type { ProofView } from '@qafila/shared/branding/proof-views';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { call, newKey } from '../../../../lib/call';
import { BRAND_KEY } from '../../files/api';

/** Briefs, specs and versions all follow from a decision. */
export function useAfterDecision(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: BRAND_KEY });
}

/** Gives an answer to the revision that is shown; the same press twice answers once. */
export function useDecide<E extends Endpoint>(
  endpoint: E,
  proof: Pick<ProofView, 'revision'>,
  onDone: (answer: AnswerOf<E>) => void,
) {
  const after = useAfterDecision();
  const idempotencyKey = useMemo(newKey, []);
  return useMutation({
    mutationFn: (input: CallOf<E>) => call(endpoint, { ...input, ifMatch: proof.revision, idempotencyKey }),
    onSuccess: async (answer) => {
      await after();
      onDone(answer);
    },
  });
}
