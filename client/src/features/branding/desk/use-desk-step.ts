import type { DesignBriefView } from '@qafila/shared/branding/brief-views';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { isProblem } from '../../../lib/call';
import { DESK_KEY, designBriefQuery } from './api';

const MOVED_ON = ['STALE_RECORD', 'WRONG_STATE', 'BRIEF_TAKEN'];

interface Step<Given> {
  readonly run: (given: Given) => Promise<DesignBriefView>;
  readonly onDone?: () => void;
}

/** A step of the team on a brief: its reply is the brief as it stands now. Somebody was quicker: it is read again. */
export function useDeskStep<Given = void>(id: string, { run, onDone }: Step<Given>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: async (next) => {
      client.setQueryData(designBriefQuery(id).queryKey, next);
      onDone?.();
      await client.invalidateQueries({ queryKey: [...DESK_KEY, 'queue'] });
    },
    onError: async (error) => {
      if (isProblem(error) && MOVED_ON.includes(error.code))
        await client.invalidateQueries({ queryKey: designBriefQuery(id).queryKey });
    },
  });
}
