import { demoStatement } from '@qafila/shared/payments/payments.contract';
import {
  getStatementImport,
  importStatement,
  STATEMENT_FILE_TYPE,
  type StatementImportView,
} from '@qafila/shared/payments/statements.contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useAddressId } from '../../../lib/address';
import { call, newKey } from '../../../lib/call';
import { callRaw } from '../../../lib/call-raw';
import { useDeskChanged } from '../use-desk';

/** A large file is read in seconds; somebody watches the bar. */
const LOOK_AGAIN_MS = 1000;

export const isUnderWay = (state: StatementImportView['state']): boolean =>
  state === 'waiting' || state === 'reading';
/** Under which an import is kept until the next look. */
export const importKey = (id: string | null): unknown[] => ['imports', id];

/** Sends a bank's file as it is; what became of it stands in the address, or on the screen that names its columns. */
function useSending(setId: (id: string | null) => void) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async (source: File | 'demo') => {
      const file = source === 'demo' ? await callRaw(demoStatement) : source;
      return call(importStatement, {
        file: new Blob([file], { type: STATEMENT_FILE_TYPE }),
        idempotencyKey: newKey(),
      });
    },
    onMutate: () => setId(null),
    onSuccess: (made) => {
      client.setQueryData(importKey(made.id), made);
      if (made.state === 'unmapped') void navigate({ to: `/transfers/imports/${made.id}` });
      else setId(made.id);
    },
  });
}

/** The import on its way or just ended; it stands in the address, so that a reload shows it again. */
export function useImport() {
  const changed = useDeskChanged();
  const [id, setId] = useAddressId('import');
  const sending = useSending(setId);
  const watched = useQuery({
    queryKey: importKey(id),
    queryFn: ({ signal }) => call(getStatementImport, { params: { id: id ?? '' }, signal }),
    enabled: id !== null,
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data.state) ? LOOK_AGAIN_MS : false),
  });
  const state = watched.data?.state;
  useEffect(() => {
    if (state === 'done') void changed();
  }, [state, changed]);
  return {
    send: sending.mutate,
    isSending: sending.isPending,
    /** What is on its way: a file, or the demo bank's statement. */
    source: sending.variables,
    error: sending.error ?? watched.error,
    current: id === null ? undefined : watched.data,
    close: () => {
      sending.reset();
      setId(null);
    },
  };
}
