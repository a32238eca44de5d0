import { Injectable } from '@nestjs/common';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import { oneRow, type Tx } from '../../../platform/database/unit-of-work';
import { newId } from '../../../platform/ids/new-id';
import { matchPlace } from '../db/line.mapper';
import { LineRepository } from '../db/line.repository';
import { MatchRepository } from '../db/match.repository';
import type { PartMatch } from '../domain/line-parts';
import { lineReasons } from '../domain/matching/propose';
import { LoadFacts } from './load-facts';

/** Stores what a person made of a line, with his words and what is known of the payer. */
@Injectable()
export class MakeMatches {
  constructor(
    private readonly lines: LineRepository,
    private readonly facts: LoadFacts,
    private readonly matches: MatchRepository,
    private readonly cipher: FieldCipher,
  ) {}

  async run(
    tx: Tx,
    given: { readonly lineId: string; readonly matches: readonly PartMatch[]; readonly reason: string },
  ): Promise<void> {
    if (given.matches.length === 0) return;
    const sealer = await this.cipher.sealerFor(null);
    const line = oneRow(await this.lines.opened(tx, [given.lineId], sealer));
    const companies = given.matches.map(({ companyId }) => companyId);
    const facts = await this.facts.run(tx, [line], companies);
    await this.matches.add(
      tx,
      given.matches.map((match) => {
        const id = newId();
        return {
          ...match,
          id,
          lineId: given.lineId,
          class: null,
          reasons: lineReasons(line, match.companyId, facts),
          wordsSealed: sealer.seal(matchPlace(id), given.reason),
        };
      }),
    );
  }
}
