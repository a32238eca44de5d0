import type { ProofState } from '@qafila/shared/branding/branding.lifecycle';
import type { TurnSide } from '@qafila/shared/branding/brief-clock.rules';
import type { NoteShape, NoteStatus, NoteVisibility } from '@qafila/shared/branding/proof-notes.rules';

export interface Proof {
  readonly companyId: string;
  readonly id: string;
  readonly briefId: string;
  readonly version: number;
  readonly revision: number;
  readonly assetId: string;
  /** Spec and version of the packaging it was made for. */
  readonly packagingSpecId: string | null;
  readonly packagingVersion: number | null;
  readonly state: ProofState;
  readonly madeBy: string;
  readonly sentBackFor: string | null;
  readonly sentBy: string | null;
  readonly sentAt: Date | null;
  readonly viewedAt: Date | null;
  readonly expiresAt: Date | null;
  readonly decidedAt: Date | null;
  readonly lockedAt: Date | null;
  readonly reminded: number;
}

/** A note, or a reply to one; a reply has a parent and no place. */
export interface Note {
  readonly id: string;
  readonly proofId: string;
  readonly parentId: string | null;
  readonly rootId: string;
  readonly fromVersion: number;
  readonly number: number | null;
  readonly page: number | null;
  readonly shape: NoteShape | null;
  readonly body: string;
  readonly visibility: NoteVisibility;
  readonly status: NoteStatus;
  readonly declineReason: string | null;
  readonly todoId: string | null;
  readonly side: TurnSide;
  readonly authorId: string;
  readonly author: string;
  readonly writtenAt: Date;
}
/** A note as it is put down. */
export interface NewNote {
  readonly id: string;
  readonly number: number;
  readonly page: number;
  readonly shape: NoteShape;
  readonly body: string;
  readonly visibility: NoteVisibility;
  readonly side: TurnSide;
  readonly authorId: string;
  readonly writtenAt: Date;
}

/** The name of the reader's own side; the other side has none. */
export const nameFor = (
  reader: TurnSide,
  written: { readonly side: TurnSide; readonly author: string },
): string | null => (written.side === reader ? written.author : null);

/** Own, unanswered, not worked on and not carried anywhere: may still be changed by its writer. */
export function mayEdit(
  note: Pick<Note, 'id' | 'rootId' | 'status' | 'authorId'>,
  about: { readonly personId: string; readonly replies: number },
): boolean {
  return (
    note.authorId === about.personId &&
    note.status === 'open' &&
    about.replies === 0 &&
    note.rootId === note.id
  );
}
