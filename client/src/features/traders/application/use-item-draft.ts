import { saveItem } from '@qafila/shared/traders/application.contract';
import type { FieldValues } from '@qafila/shared/traders/application-fields';
import type { FieldName, ItemKind } from '@qafila/shared/traders/checklist';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { call, isProblem } from '../../../lib/call';
import { applicationQuery } from './api';

const WAIT_MS = 700;
type Drafts = Readonly<Partial<Record<ItemKind, FieldValues>>>;

export interface ItemDrafts {
  /** Typed and not yet saved, by item. */
  readonly drafts: Drafts;
  readonly type: (kind: ItemKind, field: FieldName, text: string, saved: FieldValues) => void;
  /** Saves what waits, now. */
  readonly flush: () => Promise<void>;
  readonly isSaving: boolean;
  readonly error: unknown;
}

/** Typed values are saved by themselves, one call after the other, each on the version of the one before. */
export function useItemDrafts(): ItemDrafts {
  const [drafts, setDrafts] = useState<Drafts>({});
  const [isSaving, setSaving] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const waiting = useRef(new Map<ItemKind, FieldValues>());
  // Everything typed, saved or on its way: what the page was last drawn with may be a save behind.
  const typed = useRef(new Map<ItemKind, FieldValues>());
  const chain = useRef(Promise.resolve());
  const timer = useRef<number | undefined>(undefined);
  const save = useSaveOne();

  const flush = useCallback((): Promise<void> => {
    window.clearTimeout(timer.current);
    chain.current = chain.current.then(async () => {
      if (waiting.current.size === 0) return;
      setSaving(true);
      setError(await saveAll(waiting.current, save));
      setSaving(false);
    });
    return chain.current;
  }, [save]);

  const type = useCallback<ItemDrafts['type']>(
    (kind, field, text, saved) => {
      const own = { ...typed.current.get(kind), [field]: text };
      typed.current.set(kind, own);
      waiting.current.set(kind, { ...saved, ...own });
      setDrafts((before) => ({ ...before, [kind]: own }));
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => void flush(), WAIT_MS);
    },
    [flush],
  );
  useEffect(() => () => void flush(), [flush]);
  return useMemo(() => ({ drafts, type, flush, isSaving, error }), [drafts, type, flush, isSaving, error]);
}

/** Saves item after item; answers what stopped it, and keeps what is not saved unless it was typed anew. */
async function saveAll(waiting: Map<ItemKind, FieldValues>, save: SaveOne): Promise<unknown> {
  for (const [kind, values] of waiting) {
    waiting.delete(kind);
    try {
      await save(kind, values);
    } catch (failure) {
      if (!waiting.has(kind)) waiting.set(kind, values);
      return failure;
    }
  }
  return null;
}

type SaveOne = (kind: ItemKind, values: FieldValues) => Promise<void>;
/** One save; when another window was quicker, its version is read and ours goes on top. */
function useSaveOne(): SaveOne {
  const client = useQueryClient();
  return useCallback(
    async (kind, values) => {
      const once = async (): Promise<void> => {
        const version = client.getQueryData(applicationQuery.queryKey)?.application?.version ?? 0;
        const reply = await call(saveItem, { params: { kind }, ifMatch: version, body: { values } });
        client.setQueryData(applicationQuery.queryKey, reply);
      };
      try {
        await once();
      } catch (failure) {
        if (!isProblem(failure, 'STALE_RECORD')) throw failure;
        await client.fetchQuery({ ...applicationQuery, staleTime: 0 });
        await once();
      }
    },
    [client],
  );
}
