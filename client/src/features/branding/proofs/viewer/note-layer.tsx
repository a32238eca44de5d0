import type { NoteShape } from '@qafila/shared/branding/proof-notes.rules';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownNote } from '../side';

const SAID = 26;
const HEAD = 'M0 0-13-5.5-9.5 0-13 5.5Z';
/** A drop whose tip is the place itself. */
const PIN = 'M0 0V-13A13 13 0 1 1 13 0Z';
const SQUARE = 'M0 0V-22Q0-26 4-26H22Q26-26 26-22V-4Q26 0 22 0Z';

interface NoteLayerProps {
  /** Of the page that is shown. */
  readonly notes: readonly ShownNote[];
  readonly selectedId: string | null;
  readonly onSelect: (id: string) => void;
}

/** The notes of a page in millimetres of its trim box; their numbers keep one size on the screen. */
export const NoteLayer = memo(function NoteLayer({ notes, selectedId, onSelect }: NoteLayerProps): ReactNode {
  const first = selectedId ?? notes[0]?.id;
  return (
    <g className="proof-notes">
      {notes.map((note) => (
        <Mark
          key={note.id}
          note={note}
          isSelected={note.id === selectedId}
          isStop={note.id === first}
          onSelect={onSelect}
        />
      ))}
    </g>
  );
});

interface MarkProps {
  readonly note: ShownNote;
  readonly isSelected: boolean;
  /** Where the keyboard enters the notes. */
  readonly isStop: boolean;
  readonly onSelect: (id: string) => void;
}

const Mark = memo(function Mark({ note, isSelected, isStop, onSelect }: MarkProps): ReactNode {
  const { t } = useTranslation('proofs');
  const { shape } = note;
  const isInternal = note.visibility === 'internal';
  const names = [
    'proof-mark',
    `proof-mark-${isInternal ? 'internal' : note.status}`,
    isSelected && 'is-selected',
  ];
  return (
    <a
      href={`#note-${note.id}`}
      data-note={note.id}
      className={names.filter(Boolean).join(' ')}
      tabIndex={isStop ? 0 : -1}
      aria-current={isSelected || undefined}
      aria-label={t('note.mark', {
        number: note.number,
        status: t(`status.${note.status}`),
        text: note.body,
      })}
      onClick={(event) => {
        event.preventDefault();
        onSelect(note.id);
      }}
    >
      <Outline shape={shape} />
      <g transform={`translate(${shape.x} ${shape.y})`}>
        <g className="proof-steady">
          <path className="proof-pin" d={isInternal || shape.shape === 'text' ? SQUARE : PIN} />
          <text className="proof-pin-number" x={13} y={-8.4}>
            {note.number}
          </text>
          {shape.shape === 'text' && (
            <text className="proof-said" x={32} y={-8} direction="auto">
              {note.body.length > SAID ? `${note.body.slice(0, SAID)}…` : note.body}
            </text>
          )}
        </g>
      </g>
    </a>
  );
});

/** The rectangle or the arrow itself; a pin has none. */
export function Outline({ shape }: { readonly shape: NoteShape }): ReactNode {
  if (shape.shape === 'rectangle')
    return (
      <>
        <rect className="proof-line-under" x={shape.x} y={shape.y} width={shape.w} height={shape.h} />
        <rect className="proof-line" x={shape.x} y={shape.y} width={shape.w} height={shape.h} />
      </>
    );
  if (shape.shape !== 'arrow') return null;
  const turn = (Math.atan2(shape.toY - shape.y, shape.toX - shape.x) * 180) / Math.PI;
  const line = { x1: shape.x, y1: shape.y, x2: shape.toX, y2: shape.toY };
  return (
    <>
      <line className="proof-line-under" {...line} />
      <line className="proof-line" {...line} />
      <g transform={`translate(${shape.toX} ${shape.toY}) rotate(${turn})`}>
        <path className="proof-steady proof-head" d={HEAD} />
      </g>
    </>
  );
}

/** The shape that is being placed, before its words are saved. */
export function DraftMark({ shape }: { readonly shape: NoteShape }): ReactNode {
  return (
    <g data-draft className="proof-draft">
      <Outline shape={shape} />
      <g transform={`translate(${shape.x} ${shape.y})`}>
        <g className="proof-steady">
          <circle className="proof-draft-halo" r={20} />
          <path className="proof-pin" d={shape.shape === 'text' ? SQUARE : PIN} />
          <path className="proof-draft-plus" d="M13-18.5v11M7.5-13h11" />
        </g>
      </g>
    </g>
  );
}
