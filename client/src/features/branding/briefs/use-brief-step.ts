import type { BriefView } from '@qafila/shared/branding/brief-views';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { isProblem } from '../../../lib/call';
import { BRIEFS_KEY, briefQuery } from './api';

interface Step {
  readonly run: () => Promise<BriefView>;
  readonly onDone?: () => void;
}

/** A step of a brief: its reply is the brief as it stands now. Somebody was quicker: the brief is read again. */
export function useBriefStep(brief: Pick<BriefView, 'id'>, { run, onDone }: Step) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: async (next) => {
      client.setQueryData(briefQuery(brief.id).queryKey, next);
      onDone?.();
      await client.invalidateQueries({ queryKey: [...BRIEFS_KEY, 'list'] });
    },
    onError: async (error) => {
      if (isProblem(error, 'STALE_RECORD') || isProblem(error, 'WRONG_STATE'))
        await client.invalidateQueries({ queryKey: briefQuery(brief.id).queryKey });
    },
  });
}
