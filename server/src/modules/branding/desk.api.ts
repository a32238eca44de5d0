import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/unit-of-work';
import { BriefListRepository } from './db/brief-list.repository';
import { BriefQuoteRepository } from './db/brief-quote.repository';

/** How many briefs or specs wait for somebody of the store, and since when the oldest does. */
export interface DesignWaiting {
  readonly count: number;
  readonly oldest: Date | null;
}

/** The door of the design desk: what waits there for the staff home. */
@Injectable()
export class DesignDesk {
  constructor(
    private readonly briefs: BriefListRepository,
    private readonly quotes: BriefQuoteRepository,
  ) {}

  /**
   * Briefs that nobody has, those the store owes work on that this designer has or keeps the gate of, and production
   * specs that wait for the check of another than their maker.
   */
  waiting(tx: Tx, personId: string): Promise<Readonly<Record<'free' | 'mine' | 'specs', DesignWaiting>>> {
    return this.briefs.waiting(tx, personId);
  }

  /** Briefs whose rounds are used up and that have no quote yet. */
  quotesWanted(tx: Tx): Promise<DesignWaiting> {
    return this.quotes.unquoted(tx);
  }
}
