import { demoStatement } from '@qafila/shared/payments/payments.contract';
import {
  getStatementImport,
  importStatement,
  STATEMENT_FILE_TYPE,
  type StatementImportView,
} from '@qafila/shared/payments/statements.contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useAddressId } from '../../../lib/address';
import { call, newKey } from '../../../lib/call';
import { callRaw } from '../../../lib/call-raw';
import { useDeskChanged } from '../use-desk';

/** A large file is read in seconds; somebody watches the bar. */
const LOOK_AGAIN_MS = 1000;

export const isUnderWay = (state: StatementImportView['state']): boolean =>
  state === 'waiting' || state === 'reading';
const keyOf = (id: string | null): unknown[] => ['imports', id];

/**
 * Sends a bank's file as it is; the server finds its format and proves its balance. The import stands in the address,
 * so that a reload shows it again.
 */
export function useImport() {
  const changed = useDeskChanged();
  const client = useQueryClient();
  const [id, setId] = useAddressId('import');
  const sending = useMutation({
    mutationFn: async (source: File | 'demo') => {
      const file = source === 'demo' ? await callRaw(demoStatement) : source;
      return call(importStatement, {
        file: new Blob([file], { type: STATEMENT_FILE_TYPE }),
        idempotencyKey: newKey(),
      });
    },
    onMutate: () => setId(null),
    onSuccess: (made) => {
      client.setQueryData(keyOf(made.id), made);
      setId(made.id);
    },
  });
  const watched = useQuery({
    queryKey: keyOf(id),
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
