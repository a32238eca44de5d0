import type { Locale } from '@qafila/shared/kernel/locale';
import { type PolicyTexts, readPolicyDraft, savePolicyDraft } from '@qafila/shared/privacy/privacy.contract';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { call } from '../../lib/call';

const REST_MS = 700;

/** The draft of the next version: what is typed saves itself after a short rest, one save after the other. */
export function usePolicyDraft() {
  const draft = useQuery({
    queryKey: ['policy-draft'],
    queryFn: () => call(readPolicyDraft),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const [typed, setTyped] = useState<PolicyTexts | null>(null);
  const version = useRef<number | null>(null);
  const unsaved = useRef<PolicyTexts | null>(null);
  const save = useMutation({
    scope: { id: 'policy-draft' },
    mutationFn: (texts: PolicyTexts) =>
      call(savePolicyDraft, { ifMatch: version.current ?? draft.data?.version ?? 0, body: { texts } }),
    onSuccess: (saved) => {
      version.current = saved.version;
    },
  });
  const { mutate } = save;
  useEffect(() => {
    if (typed === null) return;
    const timer = setTimeout(() => {
      unsaved.current = null;
      mutate(typed);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [typed, mutate]);
  // Leaving the screen inside the rest: what was typed last is saved all the same.
  useEffect(
    () => () => {
      if (unsaved.current) mutate(unsaved.current);
    },
    [mutate],
  );
  const texts = typed ?? draft.data?.texts ?? null;
  const write = (locale: Locale, text: string): void => {
    if (!texts) return;
    const next = { ...texts, [locale]: text };
    unsaved.current = next;
    setTyped(next);
  };
  const savedAt = save.data?.savedAt ?? draft.data?.savedAt ?? null;
  return { draft, texts, write, save, savedAt, isResting: unsaved.current !== null };
}
