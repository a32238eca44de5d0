import '../styles/proof-decide.css';
import '../styles/proof-notes.css';
import type { ProofPageView } from '@qafila/shared/branding/proof-views';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePhone } from '../../../lib/use-media';
import { Card } from '../../../ui/card';
import { SideSheet } from '../../../ui/dialog';
import { CompareStage } from './compare/compare-stage';
import { NoteForm } from './notes/note-form';
import type { NoteDeeds } from './notes/note-item';
import { NoteList } from './notes/note-list';
import { RemoveNote } from './notes/remove-note';
import { type ShownNote, type ShownProof, type Side } from './side';
import { type Pen, type Sight, usePen, useSight } from './use-review';
import { Versions } from './versions';
import { ReviewStage } from './viewer/review-stage';

interface ReviewProps {
  readonly side: Side;
  readonly proof: ShownProof;
  readonly first: ProofPageView;
  /** Notes are marked for the to-do list. */
  readonly picking?: NoteDeeds['picking'];
  /** Above and below the notes. */
  readonly before?: ReactNode;
  readonly after?: ReactNode;
}

/** The form from below; the place it is about is still seen above it. */
const SHEET_PX = 430;

const isAllowed = (proof: ShownProof, step: string): boolean =>
  proof.actions.some((action) => action.step === step && action.allowed);

/** A version under review: its versions, the page with its notes, and the list of them. */
export function Review({ side, proof, first, picking, before, after }: ReviewProps): ReactNode {
  const { t } = useTranslation('proofs');
  const sight = useSight(proof, first);
  const pen = usePen(side, proof);
  const [removed, setRemoved] = useState<ShownNote | null>(null);
  const mayWrite = isAllowed(proof, 'note');
  const { setDraft, setTool } = pen;
  const { select, setPage } = sight;
  const edit = useCallback(
    (note: ShownNote) => {
      setTool('hand');
      setDraft({ noteId: note.id, page: note.page, shape: note.shape });
    },
    [setDraft, setTool],
  );
  const choose = useCallback(
    (id: string) => {
      const note = proof.notes.find((each) => each.id === id);
      if (note) setPage(note.page);
      select(id);
    },
    [proof.notes, select, setPage],
  );
  const mayReply = isAllowed(proof, 'reply');
  const deeds: NoteDeeds = useMemo(
    () => ({
      ...{ side, proofId: proof.id, mayReply, hasPages: proof.pages.length > 1 },
      ...{ onSelect: choose, onEdit: edit, onRemove: setRemoved, picking },
    }),
    [side, proof.id, proof.pages.length, mayReply, choose, edit, picking],
  );
  return (
    <div className="proof-columns">
      <Versions side={side} proof={proof} sight={sight} />
      <section className="card proof-stage" aria-label={t('viewer.label', { version: proof.version })}>
        {sight.look === 'one' || !sight.other ? (
          <ReviewStage key={sight.page.page} {...{ side, proof, sight, pen, mayWrite }} onChoose={choose} />
        ) : (
          <CompareStage {...{ side, proof, sight }} other={sight.other} onChoose={choose} />
        )}
      </section>
      <div className="stack proof-aside">
        <Writing {...{ proof, pen, sight }} mayHide={side.name === 'store'} />
        {before}
        <Card title={t('list.title', { version: proof.version })}>
          <NoteList proof={proof} sight={sight} deeds={deeds} mayWrite={mayWrite} />
        </Card>
        {after}
      </div>
      {removed && (
        <RemoveNote {...{ side, note: removed, proofId: proof.id }} onClose={() => setRemoved(null)} />
      )}
    </div>
  );
}

interface WritingProps {
  readonly proof: ShownProof;
  readonly pen: Pen;
  readonly sight: Sight;
  readonly mayHide: boolean;
}

/** The words of the note that is being placed: beside the page, or from below on a phone. */
function Writing({ proof, pen, sight, mayHide }: WritingProps): ReactNode {
  const { t } = useTranslation('proofs');
  const isPhone = usePhone();
  const { draft } = pen;
  if (!draft) return null;
  const note = proof.notes.find(({ id }) => id === draft.noteId);
  const page = proof.pages.find((each) => each.page === draft.page) ?? sight.page;
  const form = <NoteForm key={draft.noteId ?? 'new'} {...{ draft, pen, page, note, mayHide }} />;
  if (!isPhone)
    return (
      <Card title={t(note ? 'form.titleChange' : 'form.title')} className="proof-writing">
        {form}
      </Card>
    );
  return (
    <SideSheet
      title={t(note ? 'form.titleChange' : 'form.title')}
      isOpen
      onClose={pen.drop}
      side="bottom"
      size={SHEET_PX}
    >
      {form}
    </SideSheet>
  );
}
