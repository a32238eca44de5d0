import type { DesignSpecView } from '@qafila/shared/branding/production-spec-views';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { isProblem } from '../../../lib/call';
import { CHECKS_KEY, designSpecQuery } from './api';

const MOVED_ON = ['STALE_RECORD', 'WRONG_STATE'];

interface Step {
  readonly run: () => Promise<DesignSpecView>;
  readonly onDone: () => void;
}

/** A verdict of the technical check: its reply is the spec as it stands now. Somebody was quicker: it is read again. */
export function useCheckStep(id: string, { run, onDone }: Step) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: async (next) => {
      client.setQueryData(designSpecQuery(id).queryKey, next);
      onDone();
      await client.invalidateQueries({ queryKey: [...CHECKS_KEY, 'list'] });
    },
    onError: async (error) => {
      if (isProblem(error) && MOVED_ON.includes(error.code))
        await client.invalidateQueries({ queryKey: designSpecQuery(id).queryKey });
    },
  });
}
