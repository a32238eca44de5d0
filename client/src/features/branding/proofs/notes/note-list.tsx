import { MessageSquareDashed } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Segments } from '../../../../ui/segments';
import type { ShownProof } from '../side';
import type { Sight } from '../use-review';
import { filterNotes, NOTE_FILTERS } from './filter-notes';
import { type NoteDeeds, NoteItem } from './note-item';

interface NoteListProps {
  readonly proof: ShownProof;
  readonly sight: Sight;
  readonly deeds: NoteDeeds;
  readonly mayWrite: boolean;
}

/** The notes beside the page; the selected one is seen in both. */
export function NoteList({ proof, sight, deeds, mayWrite }: NoteListProps): ReactNode {
  const { t } = useTranslation('proofs');
  const { listed, selected, filter } = sight;
  const selectedId = selected?.id;
  useEffect(() => {
    if (selectedId) document.getElementById(`note-${selectedId}`)?.scrollIntoView({ block: 'nearest' });
  }, [selectedId]);
  return (
    <>
      <Segments
        wide
        label={t('list.filter')}
        value={filter}
        onChange={sight.setFilter}
        options={NOTE_FILTERS.map((value) => ({
          value,
          text: t(`list.${value}`, { n: filterNotes(proof.notes, value).length }),
        }))}
      />
      {listed.length === 0 ? (
        <div className="proof-none">
          <MessageSquareDashed size={22} strokeWidth={1.5} aria-hidden />
          <p>{t(proof.notes.length > 0 ? 'list.noneHere' : 'list.none')}</p>
          {mayWrite && <p className="small muted">{t('list.begin')}</p>}
        </div>
      ) : (
        <ul className="proof-notes-list">
          {listed.map((note) => (
            <NoteItem key={note.id} note={note} isSelected={note.id === selectedId} deeds={deeds} />
          ))}
        </ul>
      )}
    </>
  );
}
