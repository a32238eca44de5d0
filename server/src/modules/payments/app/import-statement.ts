import { Injectable } from '@nestjs/common';
import type { ReplyOf } from '@qafila/shared/access/endpoint';
import { isNegative } from '@qafila/shared/kernel/money';
import { ibanTail, maskedIban } from '@qafila/shared/payments/iban';
import type { importStatement } from '@qafila/shared/payments/payments.contract';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { BlindIndex } from '../../../platform/crypto/blind-index';
import { FieldCipher, type Sealer } from '../../../platform/crypto/field-cipher';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { newId } from '../../../platform/ids/new-id';
import { Problem } from '../../../platform/problems/problem';
import { linePlace } from '../db/line.mapper';
import { SellerRepository } from '../db/seller.repository';
import {
  type NewLine,
  type NewStatement,
  StatementRepository,
  statementViewOf,
} from '../db/statement.repository';
import type { ParsedLine } from '../domain/statements/camt-entry';
import { type ParsedStatement, parseCamt053 } from '../domain/statements/camt053';
import { NotReadable } from '../domain/statements/xml-node';
import { fileHashOf, lineKeys } from './line-keys';
import { ProposeMatches } from './propose-matches';
import { readXml } from './xml-tree';

/** The seller's account is kept in this currency. */
const ACCOUNT_CURRENCY = 'SAR';

interface PreparedLine {
  readonly parsed: ParsedLine;
  readonly stored: NewLine;
}
interface Prepared {
  readonly statements: readonly NewStatement[];
  readonly lines: readonly PreparedLine[];
}

/** Imports a camt.053 file whole or not at all, and proposes matches in the same transaction. */
@Injectable()
export class ImportStatement {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly seller: SellerRepository,
    private readonly statements: StatementRepository,
    private readonly proposals: ProposeMatches,
    private readonly cipher: FieldCipher,
    private readonly index: BlindIndex,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, file: Buffer): Promise<ReplyOf<typeof importStatement>> {
    const parsed = provenStatements(file);
    const sealer = await this.cipher.sealerFor(null);
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const ours = await this.seller.accountHashes(tx);
      const foreign = parsed.find((each) => !ours.has(this.index.ofIban(each.iban)));
      if (foreign) throw new Problem('STATEMENT_OTHER_ACCOUNT', { iban: maskedIban(foreign.iban) });
      const prepared = this.prepare(parsed, { fileHash: fileHashOf(file), sealer });
      const stored = await this.statements.add(tx, prepared.statements, {
        personId: actor.personId,
        at: this.clock.now(),
      });
      const known = prepared.statements.find(({ id }) => !stored.some((row) => row.id === id));
      if (known) throw new Problem('STATEMENT_KNOWN', { number: known.number });
      const added = await this.statements.addLines(
        tx,
        prepared.lines.map((line) => line.stored),
      );
      const fresh = prepared.lines.filter(({ stored: { key } }) => added.has(key));
      const proposed = await this.proposals.run(
        tx,
        fresh.map(({ parsed, stored: { id, payerIbanHash } }) => ({
          id,
          parsed,
          payerIbanHash,
          isProven: true,
        })),
      );
      const counts = { newLines: fresh.length, knownLines: prepared.lines.length - fresh.length, proposed };
      await this.audit.recordAll(
        tx,
        stored.map(({ id, number }) => ({
          event: 'payments.statement_imported',
          companyId: null,
          subject: { kind: 'statement', id },
          after: { number, ...counts },
        })),
      );
      return { statements: stored.map(statementViewOf), ...counts };
    });
  }

  private prepare(parsed: readonly ParsedStatement[], by: { fileHash: string; sealer: Sealer }): Prepared {
    const each = parsed.map((statement) => ({
      statement,
      id: newId(),
      accountHash: this.index.ofIban(statement.iban),
    }));
    return {
      statements: each.map(({ statement, id, accountHash }) => ({
        ...statement,
        id,
        accountHash,
        accountTail: ibanTail(statement.iban),
        lines: statement.lines.length,
        credits: statement.lines.filter((line) => !isNegative(line.amount)).length,
        fileHash: by.fileHash,
      })),
      lines: each.flatMap(({ statement, id, accountHash }) => {
        const keys = lineKeys(accountHash, statement.lines);
        return statement.lines.map((line, i) => ({
          parsed: line,
          stored: this.sealed(line, { statementId: id, key: keys[i] ?? '', sealer: by.sealer }),
        }));
      }),
    };
  }

  private sealed(line: ParsedLine, by: { statementId: string; key: string; sealer: Sealer }): NewLine {
    const id = newId();
    const { payerIban } = line;
    return {
      id,
      statementId: by.statementId,
      key: by.key,
      bookedOn: line.bookedOn,
      amount: line.amount,
      payerNameSealed: by.sealer.seal(linePlace('payer_name_enc', id), line.payerName),
      payerIbanSealed: payerIban && by.sealer.seal(linePlace('payer_iban_enc', id), payerIban),
      payerIbanHash: payerIban && this.index.ofIban(payerIban),
      payerIbanTail: payerIban && ibanTail(payerIban),
      textSealed: by.sealer.seal(linePlace('text_enc', id), line.text),
    };
  }
}

/** Reads a file and refuses it whole when one of its statements is unreadable or does not prove. */
function provenStatements(file: Buffer): ParsedStatement[] {
  if (file.length === 0) throw new Problem('WRONG_FILE_TYPE', { types: 'application/xml' });
  try {
    const parsed = parseCamt053(readXml(file));
    const other = parsed.findIndex((statement) => statement.currency !== ACCOUNT_CURRENCY);
    if (other >= 0) throw new NotReadable(`Stmt ${other + 1}/Acct/Ccy`);
    for (const statement of parsed) proved(statement);
    return parsed;
  } catch (error) {
    if (error instanceof NotReadable) throw new Problem('STATEMENT_NOT_READABLE', { place: error.place });
    throw error;
  }
}

function proved({ proof, opening, movements, closing }: ParsedStatement): void {
  if (proof.ok) return;
  if (proof.broken === 'summary') throw new NotReadable(proof.place);
  throw new Problem('STATEMENT_NOT_PROVEN', { opening, movements, closing });
}
