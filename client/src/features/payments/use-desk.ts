import { DESK_VIEWS, transferDesk } from '@qafila/shared/payments/desk.contract';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { call } from '../../lib/call';
import { usePages } from '../../lib/use-pages';
import { type Step, useStep } from './use-step';

export const VIEWS = DESK_VIEWS;
export type View = (typeof VIEWS)[number];

/** The lines of one view, with counts of all views and the latest statement. */
export const useDesk = (view: View) =>
  usePages(['transfers', view], (after, signal) =>
    call(transferDesk, { query: { view, ...(after ? { after } : {}) }, signal }),
  );

/** After a step on the desk: every view and the staff home are asked again. */
export function useDeskChanged(): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(async () => {
    await client.invalidateQueries({ queryKey: ['transfers'] });
    await client.invalidateQueries({ queryKey: ['today'] });
  }, [client]);
}

/** One step on the desk that books nothing by itself. */
export const useDeskStep = <Given>(step: Step<Given>) => useStep(step, useDeskChanged());
