import { Injectable } from '@nestjs/common';
import { type Money, money } from '@qafila/shared/kernel/money';
import { ibanTail, maskedIban } from '@qafila/shared/payments/iban';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { BlindIndex } from '../../../platform/crypto/blind-index';
import { FieldCipher, type Sealer } from '../../../platform/crypto/field-cipher';
import type { Tx } from '../../../platform/database/unit-of-work';
import { newId } from '../../../platform/ids/new-id';
import { Problem } from '../../../platform/problems/problem';
import type { ImportCounts } from '../db/import.repository';
import { linePlace } from '../db/line.mapper';
import { SellerRepository } from '../db/seller.repository';
import {
  type NewLine,
  type NewStatement,
  StatementRepository,
  type StatementRow,
} from '../db/statement.repository';
import { isLocalNumber } from '../domain/statements/our-account';
import type { ParsedLine, ParsedStatement } from '../domain/statements/parsed';
import { FindDoubles } from './find-doubles';
import { lineKeys } from './line-keys';
import { type ImportedLine, ProposeMatches } from './propose-matches';
import { ACCOUNT_CURRENCY } from './read-statement-file';

/** One file as it was read, and who brought it. */
export interface StatementFile {
  readonly importId: string;
  readonly statements: readonly ParsedStatement[];
  readonly fileHash: string;
  readonly personId: string | null;
  /** Told after each portion with the lines that were gone through so far. */
  readonly onProgress?: (lines: number) => Promise<void>;
}

/** What became of it. */
interface StoredFile {
  readonly statements: readonly StatementRow[];
  readonly counts: ImportCounts;
}

/** Lines that go into one statement of the database. */
const PORTION = 1000;

interface Account {
  readonly hash: string;
  readonly tail: string;
}
/** One statement of the file, and what is stored of it. */
interface Prepared {
  readonly statement: ParsedStatement;
  readonly account: Account;
  /** It begins with the balance that a proven statement of the account ended with. */
  readonly follows: boolean;
  readonly row: NewStatement;
}
interface KeyedLine {
  /** Given in the order of the file, which is the order of the desk. */
  readonly id: string;
  readonly key: string;
  readonly statementId: string;
  readonly isProven: boolean;
  readonly parsed: ParsedLine;
}

interface LineToStore extends KeyedLine {
  readonly maybeDouble: boolean;
}

/** Stores the statements of a file, its lines that nobody imported before, and proposes matches for those. */
@Injectable()
export class StoreStatements {
  constructor(
    private readonly seller: SellerRepository,
    private readonly statements: StatementRepository,
    private readonly doubles: FindDoubles,
    private readonly proposals: ProposeMatches,
    private readonly cipher: FieldCipher,
    private readonly index: BlindIndex,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async run(tx: Tx, file: StatementFile): Promise<StoredFile> {
    const prepared = await this.prepared(tx, file);
    const added = await this.statements.add(
      tx,
      prepared.map(({ row }) => row),
      { personId: file.personId, at: this.clock.now() },
    );
    const known = prepared.find(({ row }) => !added.has(row.id));
    if (known) throw new Problem('STATEMENT_KNOWN', { number: known.row.number });
    const keyedStatements = prepared.map((each) => ({ row: each.row, lines: keyed(each) }));
    const doubles = await this.doubles.run(tx, keyedStatements);
    const lines = keyedStatements
      .flatMap((each) => each.lines)
      .map((line) => ({ ...line, maybeDouble: doubles.has(line.key) }));
    const counts = await this.storeLines(tx, lines, file.onProgress);
    await this.audit.recordAll(
      tx,
      prepared.map(({ row: { id, number } }) => ({
        event: 'payments.statement_imported',
        companyId: null,
        subject: { kind: 'statement', id },
        after: { number, ...counts },
      })),
    );
    return { statements: await this.statements.ofImport(tx, file.importId), counts };
  }

  private async prepared(tx: Tx, file: StatementFile): Promise<Prepared[]> {
    const accounts = await this.accountsOf(tx, file.statements);
    const followers = await this.statements.followers(
      tx,
      file.statements.map(({ opening, from }, i) => ({
        accountHash: accounts[i]?.hash ?? '',
        from,
        opening: opening === null ? null : sar(opening),
      })),
    );
    return file.statements.map((statement, i) => {
      const account = accounts[i] ?? { hash: '', tail: '' };
      const follows = followers.has(i);
      return { statement, account, follows, row: newStatement({ statement, account, follows }, file) };
    });
  }

  /** Our account as each statement names it. Refuses the file when one of them is for another. */
  private async accountsOf(tx: Tx, statements: readonly ParsedStatement[]): Promise<Account[]> {
    const hashes = await this.seller.accountHashes(tx);
    const { iban, ibanHash } = await this.seller.read(tx);
    return statements.map(({ account }) => {
      if (account === null || isLocalNumber(account, iban)) return { hash: ibanHash, tail: ibanTail(iban) };
      const hash = this.index.ofIban(account);
      if (!hashes.has(hash)) throw new Problem('STATEMENT_OTHER_ACCOUNT', { iban: maskedIban(account) });
      return { hash, tail: ibanTail(account) };
    });
  }

  /** In the order of the keys: two imports of the same days wait for each other and never deadlock. */
  private async storeLines(
    tx: Tx,
    lines: readonly LineToStore[],
    onProgress: StatementFile['onProgress'],
  ): Promise<ImportCounts> {
    const sealer = await this.cipher.sealerFor(null);
    const unique = new Map(lines.toReversed().map((line) => [line.key, line]));
    const sorted = [...unique.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1));
    let newLines = 0;
    let proposed = 0;
    for (let at = 0; at < sorted.length; at += PORTION) {
      const portion = sorted
        .slice(at, at + PORTION)
        .map((line) => ({ line, row: this.sealed(line, sealer) }));
      const fresh = await this.statements.addLines(
        tx,
        portion.map(({ row }) => row),
      );
      const imported = portion
        .filter(({ line }) => fresh.has(line.key))
        .map(({ line, row }) => importedLine(line, row));
      newLines += imported.length;
      proposed += await this.proposals.run(tx, imported);
      await onProgress?.(at + portion.length);
    }
    return { newLines, knownLines: lines.length - newLines, proposed };
  }

  private sealed({ parsed, ...line }: LineToStore, sealer: Sealer): NewLine {
    const { payerIban, endToEnd } = parsed;
    const { id } = line;
    return {
      ...line,
      bookedOn: parsed.bookedOn,
      valueOn: parsed.valueOn,
      amount: money(Number(parsed.units), ACCOUNT_CURRENCY),
      isReversal: parsed.isReversal,
      bankReference: parsed.bankReference,
      payerNameSealed: sealer.seal(linePlace('payer_name_enc', id), parsed.payerName),
      payerIbanSealed: payerIban && sealer.seal(linePlace('payer_iban_enc', id), payerIban),
      payerIbanHash: payerIban && this.index.ofIban(payerIban),
      payerIbanTail: payerIban && ibanTail(payerIban),
      textSealed: sealer.seal(linePlace('text_enc', id), parsed.text),
      endToEndSealed: endToEnd && sealer.seal(linePlace('end_to_end_enc', id), endToEnd),
    };
  }
}

const sar = (units: bigint): Money => money(Number(units), ACCOUNT_CURRENCY);

const isProvenBy = ({ proof }: ParsedStatement, follows: boolean): boolean =>
  proof.state === 'proven' || (proof.state === 'unproven' && proof.reason === 'one_row' && follows);

function keyed({ statement, account, follows, row }: Prepared): KeyedLine[] {
  const keys = lineKeys(account.hash, statement);
  // A CSV tells no opening balance: that of its first row is made of the row itself.
  const provenFrom = statement.format === 'csv' && !follows ? 1 : 0;
  return statement.lines.map((parsed, i) => ({
    id: newId(),
    key: keys[i] ?? '',
    statementId: row.id,
    isProven: row.isProven && i >= provenFrom,
    parsed,
  }));
}

const importedLine = ({ parsed }: KeyedLine, row: NewLine): ImportedLine => ({
  id: row.id,
  bookedOn: row.bookedOn,
  valueOn: row.valueOn,
  amount: row.amount,
  payerName: parsed.payerName,
  payerIban: parsed.payerIban,
  payerIbanHash: row.payerIbanHash,
  text: parsed.text,
  bankReference: parsed.bankReference,
  endToEnd: parsed.endToEnd,
  isReversal: parsed.isReversal,
  isProven: row.isProven,
});

function newStatement(of: Omit<Prepared, 'row'>, file: StatementFile): NewStatement {
  const { statement, account, follows } = of;
  const { opening, closing, movements, lines } = statement;
  return {
    id: newId(),
    format: statement.format,
    number: statement.number,
    accountHash: account.hash,
    accountTail: account.tail,
    from: statement.from,
    to: statement.to,
    opening: opening === null ? null : sar(opening),
    closing: closing === null ? null : sar(closing),
    movements: sar(movements),
    isProven: isProvenBy(statement, follows),
    isCopy: statement.isCopy,
    pending: statement.pending,
    lines: lines.length,
    credits: lines.filter((line) => line.units >= 0n).length,
    fileHash: file.fileHash,
    importId: file.importId,
  };
}
