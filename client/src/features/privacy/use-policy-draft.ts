import type { Locale } from '@qafila/shared/kernel/locale';
import { type PolicyTexts, readPolicyDraft, savePolicyDraft } from '@qafila/shared/privacy/privacy.contract';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { call } from '../../lib/call';

const REST_MS = 700;

/** Keeps what is typed: after a short rest, one save after the other, and at the latest when the screen is left. */
function useSavedTexts(firstVersion: number) {
  const [typed, setTyped] = useState<PolicyTexts | null>(null);
  const [sent, setSent] = useState<PolicyTexts | null>(null);
  const version = useRef<number | null>(null);
  const unsaved = useRef<PolicyTexts | null>(null);
  const save = useMutation({
    scope: { id: 'policy-draft' },
    mutationFn: (texts: PolicyTexts) =>
      call(savePolicyDraft, { ifMatch: version.current ?? firstVersion, body: { texts } }),
    onSuccess: (saved) => {
      version.current = saved.version;
    },
  });
  const { mutate } = save;
  useEffect(() => {
    if (typed === null) return;
    unsaved.current = typed;
    const timer = setTimeout(() => {
      unsaved.current = null;
      setSent(typed);
      mutate(typed);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [typed, mutate]);
  useEffect(
    () => () => {
      if (unsaved.current) mutate(unsaved.current);
    },
    [mutate],
  );
  return { typed, setTyped, save, isResting: typed !== sent };
}

/** The draft of the next version, or the texts in force, with what is typed into it. */
export function usePolicyDraft() {
  const draft = useQuery({
    queryKey: ['policy-draft'],
    queryFn: () => call(readPolicyDraft),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const { typed, setTyped, save, isResting } = useSavedTexts(draft.data?.version ?? 0);
  const texts = typed ?? draft.data?.texts ?? null;
  const write = (locale: Locale, text: string): void => {
    if (texts) setTyped({ ...texts, [locale]: text });
  };
  const savedAt = save.data?.savedAt ?? draft.data?.savedAt ?? null;
  return { draft, texts, write, save, savedAt, isResting };
}
