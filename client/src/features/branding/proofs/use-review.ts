import type { NoteVisibility } from '@qafila/shared/branding/proof-notes.rules';
import type { ProofPageView } from '@qafila/shared/branding/proof-views';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddressValue } from '../../../lib/address';
import { useIntention } from '../../../lib/intention';
import { sayDone } from '../../../ui/toast';
import { filterNotes, NOTE_FILTERS, type NoteFilter } from './notes/filter-notes';
import type { NoteDraft, ShownNote, ShownProof, Side } from './side';
import type { Tool } from './viewer/shapes';

const LOOK_AGAIN_MS = 2000;
/** An inspection lasts seconds; nobody looks longer by a timer, which would keep an idle session alive. */
const LOOKS_AGAIN = 60;

/** A version; read again for a while when its file has no pages yet. */
export const proofQuery = <P extends ShownProof>(side: Side<P>, id: string) =>
  queryOptions({
    queryKey: side.keyOf(id),
    queryFn: () => side.read(id),
    refetchInterval: ({ state }) =>
      state.data?.pages.length === 0 && state.dataUpdateCount < LOOKS_AGAIN ? LOOK_AGAIN_MS : false,
  });

export const LOOKS = ['one', 'side', 'over', 'change'] as const;
/** One version alone, or two: beside each other, one over the other, or what changed. */
export type Look = (typeof LOOKS)[number];

/** What is looked at; it stands in the address, so that a link and a reload show the same. */
export interface Sight {
  readonly page: ProofPageView;
  readonly setPage: (page: number) => void;
  readonly look: Look;
  readonly setLook: (look: Look) => void;
  /** The version that this one is compared with. */
  readonly other: ShownProof['versions'][number] | undefined;
  readonly setOther: (version: number) => void;
  readonly filter: NoteFilter;
  readonly setFilter: (filter: NoteFilter) => void;
  readonly selected: ShownNote | undefined;
  readonly select: (id: string | null) => void;
  /** What the list shows, of all pages. */
  readonly listed: readonly ShownNote[];
}

/** Never called for a proof without pages. */
export function useSight(proof: ShownProof, first: ProofPageView): Sight {
  const pages = useMemo(() => proof.pages.map(({ page }) => String(page)), [proof.pages]);
  const [shown, setShown] = useAddressValue('page', pages, String(first.page));
  const [look, setLook] = useAddressValue('look', LOOKS, 'one');
  const others = useMemo(() => proof.versions.filter(({ id }) => id !== proof.id), [proof]);
  const before = others.find(({ version }) => version < proof.version) ?? others[0];
  const names = useMemo(() => others.map(({ version }) => String(version)), [others]);
  const [other, setOther] = useAddressValue('with', names, String(before?.version ?? ''));
  const [filter, setFilter] = useAddressValue('notes', NOTE_FILTERS, proof.isLocked ? 'all' : 'open');
  const ids = useMemo(() => proof.notes.map(({ id }) => id), [proof.notes]);
  const [noteId, setNoteId] = useAddressValue('note', ids, '');
  const selected = proof.notes.find(({ id }) => id === noteId);
  const listed = useMemo(() => {
    const passed = filterNotes(proof.notes, filter);
    // A note that is selected is seen, whatever the filter says.
    return selected && !passed.includes(selected) ? [...passed, selected] : passed;
  }, [proof.notes, filter, selected]);
  // Stable, so that of two hundred notes only the two that change are drawn anew.
  const setPage = useCallback((page: number) => setShown(String(page)), [setShown]);
  const select = useCallback((id: string | null) => setNoteId(id ?? ''), [setNoteId]);
  return {
    page: proof.pages.find(({ page }) => String(page) === shown) ?? first,
    setPage,
    look: others.length === 0 ? 'one' : look,
    setLook,
    other: others.find(({ version }) => String(version) === other) ?? before,
    setOther: (version) => setOther(String(version)),
    ...{ filter, setFilter, selected, listed },
    select,
  };
}

/** The note that is being placed and written. */
export interface Pen {
  readonly tool: Tool;
  readonly setTool: (tool: Tool) => void;
  readonly draft: NoteDraft | null;
  readonly setDraft: (draft: NoteDraft | null) => void;
  /** Puts the pen away. */
  readonly drop: () => void;
  readonly save: ReturnType<typeof useSave>;
}

interface Written {
  readonly draft: NoteDraft;
  readonly body: string;
  readonly visibility: NoteVisibility;
}

/** After any change the whole version is read again: numbers, states and buttons follow from it, and its brief too. */
export function useFreshProof(side: Pick<Side, 'keyOf'>, id: string): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: side.keyOf(id).slice(0, 1) });
}

function useSave({ side, proof, onSaved }: { side: Side; proof: ShownProof; onSaved: () => void }) {
  const { t } = useTranslation('proofs');
  const refresh = useFreshProof(side, proof.id);
  // One key for one note: a second press writes it once.
  const intention = useIntention();
  return useMutation({
    mutationFn: ({ draft, ...words }: Written) =>
      intention.send({ ...draft, ...words }, (note, key) => side.write(proof.id, note, key)),
    onSuccess: async () => {
      intention.renew();
      await refresh();
      onSaved();
      sayDone(t('note.saved'));
    },
  });
}

export function usePen(side: Side, proof: ShownProof): Pen {
  const [tool, setTool] = useState<Tool>('hand');
  const [draft, setDraft] = useState<NoteDraft | null>(null);
  const drop = (): void => {
    setTool('hand');
    setDraft(null);
  };
  const save = useSave({ side, proof, onSaved: drop });
  return { tool, setTool, draft, setDraft, drop, save };
}
