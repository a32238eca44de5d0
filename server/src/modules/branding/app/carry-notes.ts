import { Injectable } from '@nestjs/common';
import { placeOn } from '@qafila/shared/branding/proof-notes.rules';
import type { ProofPageView } from '@qafila/shared/branding/proof-views';
import type { Tx } from '../../../platform/database/unit-of-work';
import { newId } from '../../../platform/ids/new-id';
import { ProofNoteRepository } from '../db/proof-note.repository';
import type { Proof } from '../domain/proof';

/** Brings what is not settled on earlier versions onto a new one, as linked copies: two statements. */
@Injectable()
export class CarryNotes {
  constructor(private readonly notes: ProofNoteRepository) {}

  async to(tx: Tx, proof: Proof, pages: readonly ProofPageView[]): Promise<number> {
    const open = await this.notes.toCarry(tx, proof);
    const places = open.flatMap((note) =>
      note.page === null || note.shape === null
        ? []
        : [{ id: newId(), from: note.id, ...placeOn({ page: note.page, shape: note.shape }, pages) }],
    );
    await this.notes.carry(tx, proof, places);
    return places.length;
  }
}
