import { Injectable } from '@nestjs/common';
import type { StatementLineView } from '@qafila/shared/payments/desk.contract';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { StoredLine } from '../db/desk.repository';
import { lineViewOf } from '../db/line.mapper';
import { MatchRepository } from '../db/match.repository';

/** Lines of the desk with their matches, as one person sees them: one statement, however many there are. */
@Injectable()
export class ShowLines {
  constructor(
    private readonly matches: MatchRepository,
    private readonly cipher: FieldCipher,
  ) {}

  async run(tx: Tx, lines: readonly StoredLine[], personId: string): Promise<StatementLineView[]> {
    const sealer = await this.cipher.sealerFor(null);
    const matches = await this.matches.ofLines(
      tx,
      lines.map(({ id }) => id),
    );
    return lines.map((line) =>
      lineViewOf(
        line,
        matches.filter((match) => match.line.id === line.id),
        { sealer, personId },
      ),
    );
  }
}
