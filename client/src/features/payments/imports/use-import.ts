import type { AnswerOf } from '@qafila/shared/access/endpoint';
import { demoStatement } from '@qafila/shared/payments/payments.contract';
import { importStatement, STATEMENT_FILE_TYPE } from '@qafila/shared/payments/statements.contract';
import { useMutation } from '@tanstack/react-query';
import { call, newKey } from '../../../lib/call';
import { callRaw } from '../../../lib/call-raw';
import { useDeskChanged } from '../use-desk';

export type Imported = AnswerOf<typeof importStatement>;

/** Sends a statement file as it is; the server finds its format and proves its balance. */
export function useImport() {
  const changed = useDeskChanged();
  const send = (file: Blob) =>
    call(importStatement, {
      file: new Blob([file], { type: STATEMENT_FILE_TYPE }),
      idempotencyKey: newKey(),
    });
  return useMutation({
    mutationFn: async (source: File | 'demo'): Promise<Imported> =>
      send(source === 'demo' ? await callRaw(demoStatement) : source),
    onSuccess: changed,
  });
}
