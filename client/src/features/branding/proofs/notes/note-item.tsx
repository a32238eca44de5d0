import { CornerDownRight, Lock, Pencil, Trash2 } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../../lib/i18n/format';
import { useLocale } from '../../../../lib/i18n/locale';
import { IconButton } from '../../../../ui/button';
import { Chip } from '../../../../ui/chip';
import type { ShownNote, Side } from '../side';
import { placeText, STATUS_LOOK } from './note-look';
import { ReplyForm } from './reply-form';

/** What can be done with the notes of a version. */
export interface NoteDeeds {
  readonly side: Side;
  readonly proofId: string;
  readonly mayReply: boolean;
  readonly hasPages: boolean;
  readonly onSelect: (id: string) => void;
  readonly onEdit: (note: ShownNote) => void;
  readonly onRemove: (note: ShownNote) => void;
  /** Marks notes for the to-do list; only for the gatekeeper. */
  readonly picking?:
    | { readonly picked: readonly string[]; readonly onPick: (id: string) => void }
    | undefined;
}

interface NoteItemProps {
  readonly note: ShownNote;
  readonly isSelected: boolean;
  readonly deeds: NoteDeeds;
}

/** A note in the list: who, what, where, how it stands, and what was answered. */
export const NoteItem = memo(function NoteItem({ note, isSelected, deeds }: NoteItemProps): ReactNode {
  const { t } = useTranslation('proofs');
  const isInternal = note.visibility === 'internal';
  const names = ['proof-note', isSelected && 'is-selected', isInternal && 'proof-note-internal'];
  return (
    <li id={`note-${note.id}`} className={names.filter(Boolean).join(' ')}>
      <div className="proof-note-head">
        {deeds.picking && note.status === 'open' && (
          <input
            type="checkbox"
            className="proof-pick"
            aria-label={t('note.pick', { number: note.number })}
            checked={deeds.picking.picked.includes(note.id)}
            onChange={() => deeds.picking?.onPick(note.id)}
          />
        )}
        <button
          type="button"
          className="proof-note-open"
          aria-expanded={isSelected}
          onClick={() => deeds.onSelect(note.id)}
        >
          <span className={`proof-number proof-number-${isInternal ? 'internal' : note.status}`}>
            {note.number}
          </span>
          <Writer note={note} />
        </button>
        <Chip tone={STATUS_LOOK[note.status].tone} icon={STATUS_LOOK[note.status].icon}>
          {t(`status.${note.status}`)}
        </Chip>
      </div>
      <p className="proof-note-body" dir="auto">
        {note.body}
      </p>
      <Facts note={note} hasPages={deeds.hasPages} />
      {note.declineReason !== null && (
        <p className="proof-declined" dir="auto">
          <b>{t('note.declinedFor')}</b> {note.declineReason}
        </p>
      )}
      <Replies note={note} />
      {isSelected && <Deeds note={note} deeds={deeds} />}
    </li>
  );
});

/** The own side has names; of the other one reads which it is. */
function Writer({ note }: { readonly note: Pick<ShownNote, 'side' | 'author' | 'isMine'> }): ReactNode {
  const { t } = useTranslation('proofs');
  if (note.isMine) return <b>{t('by.me')}</b>;
  return <b>{note.author === null ? t(`by.${note.side}`) : <bdi>{note.author}</bdi>}</b>;
}

function Facts({ note, hasPages }: { readonly note: ShownNote; readonly hasPages: boolean }): ReactNode {
  const { t } = useTranslation('proofs');
  const { locale } = useLocale();
  const { dateTime } = useFormats();
  return (
    <p className="small muted proof-note-facts">
      {note.visibility === 'internal' && (
        <span className="proof-team">
          <Lock size={12} aria-hidden /> {t('note.internal')}
        </span>
      )}
      {note.fromVersion !== null && (
        <span className="proof-carried">{t('note.carried', { version: note.fromVersion })}</span>
      )}
      <span>
        {t(hasPages ? 'note.placeOnPage' : 'note.place', {
          place: placeText(note.shape, locale),
          page: note.page,
        })}
      </span>
      <span>{dateTime(note.at)}</span>
    </p>
  );
}

function Replies({ note }: { readonly note: ShownNote }): ReactNode {
  const { t } = useTranslation('proofs');
  const { dateTime } = useFormats();
  if (note.replies.length === 0) return null;
  return (
    <ul className="proof-replies" aria-label={t('note.replies', { number: note.number })}>
      {note.replies.map((reply) => (
        <li key={reply.id}>
          <p className="small">
            <CornerDownRight size={12} className="flip" aria-hidden /> <Writer note={reply} />{' '}
            <span className="muted">{dateTime(reply.at)}</span>
          </p>
          <p dir="auto">{reply.body}</p>
        </li>
      ))}
    </ul>
  );
}

function Deeds({ note, deeds }: { readonly note: ShownNote; readonly deeds: NoteDeeds }): ReactNode {
  const { t } = useTranslation('proofs');
  return (
    <div className="stack stack-tight">
      {note.mayEdit && (
        <div className="inline-tight">
          <IconButton
            icon={Pencil}
            label={t('note.edit', { number: note.number })}
            onClick={() => deeds.onEdit(note)}
          />
          <IconButton
            icon={Trash2}
            label={t('note.remove', { number: note.number })}
            onClick={() => deeds.onRemove(note)}
          />
        </div>
      )}
      {deeds.mayReply && <ReplyForm note={note} side={deeds.side} proofId={deeds.proofId} />}
    </div>
  );
}
