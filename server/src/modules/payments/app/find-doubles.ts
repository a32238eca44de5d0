import { Injectable } from '@nestjs/common';
import { BlindIndex } from '../../../platform/crypto/blind-index';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import type { Tx } from '../../../platform/database/unit-of-work';
import { DoublesRepository, type KnownMovement, type Standing } from '../db/doubles.repository';
import type { NewStatement } from '../db/statement.repository';
import { maybeDoubles } from '../domain/statements/doubles';
import type { ParsedLine } from '../domain/statements/parsed';

/** A statement of a file with its lines and their keys. */
export interface KeyedStatement {
  readonly row: NewStatement;
  readonly lines: readonly { readonly key: string; readonly parsed: ParsedLine }[];
}

/**
 * Finds new lines that may be one imported before under another key: banks give no reference, or order a day anew, so
 * that the balance after it differs.
 */
@Injectable()
export class FindDoubles {
  constructor(
    private readonly doubles: DoublesRepository,
    private readonly cipher: FieldCipher,
    private readonly index: BlindIndex,
  ) {}

  /** Keys of those lines. */
  async run(tx: Tx, statements: readonly KeyedStatement[]): Promise<ReadonlySet<string>> {
    const said = statements.map((statement) => this.movementsOf(statement));
    const keys = said.flat().map(({ key }) => key);
    const seen = new Set(await this.doubles.stored(tx, keys));
    const inFile = new Set(keys);
    const fresh = said.map((lines) => lines.filter(({ key }) => !seen.has(key) && seen.add(key)));
    const near = await this.doubles.near(tx, fresh.flat(), await this.cipher.sealerFor(null));
    // What the file has under its own key explains nothing else.
    const before = near.filter(({ key }) => !inFile.has(key));
    const found = fresh.flatMap((lines, i) => {
      const [first] = lines;
      if (!first) return [];
      const others = [before, ...fresh.slice(0, i)].flatMap((each) => each.filter(overlaps(first)));
      return [...maybeDoubles(lines, others)];
    });
    return new Set(found.map(({ key }) => key));
  }

  private movementsOf({ row, lines }: KeyedStatement): KnownMovement[] {
    return lines.map(({ key, parsed }) => ({
      key,
      accountHash: row.accountHash,
      from: row.from,
      to: row.to,
      format: row.format,
      valueOn: parsed.valueOn,
      minor: Number(parsed.units),
      payerName: parsed.payerName,
      payerIbanHash: parsed.payerIban && this.index.ofIban(parsed.payerIban),
      text: parsed.text,
      bankReference: parsed.bankReference,
    }));
  }
}

const overlaps =
  (own: Standing) =>
  (other: Standing): boolean =>
    other.accountHash === own.accountHash && other.from <= own.to && other.to >= own.from;
