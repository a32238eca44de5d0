import { Injectable } from '@nestjs/common';
import type { InputOf, ReplyOf } from '@qafila/shared/access/endpoint';
import { money } from '@qafila/shared/kernel/money';
import { ibanTail } from '@qafila/shared/payments/iban';
import type { previewLayout } from '@qafila/shared/payments/statements.contract';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Files } from '../../../platform/files/files';
import { Problem } from '../../../platform/problems/problem';
import { ImportRepository } from '../db/import.repository';
import type { Units } from '../domain/statements/amounts';
import { parseCsv } from '../domain/statements/csv-statement';
import type { ParsedStatement } from '../domain/statements/parsed';
import { accepted, orProblem } from './accepted-statements';
import { ACCOUNT_CURRENCY, csvRowsOf } from './read-statement-file';

type Layout = InputOf<typeof previewLayout>['body'];
type Preview = ReplyOf<typeof previewLayout>;

/** Rows that a preview reads: enough to see whether a layout fits, soon enough to see it at once. */
const PREVIEW_ROWS = 5000;
const PREVIEW_LINES = 8;

/** A file as a layout reads it, or why it does not. Changes nothing. */
@Injectable()
export class PreviewLayout {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly imports: ImportRepository,
    private readonly files: Files,
  ) {}

  async run(actor: Actor, id: string, asked: Layout): Promise<Preview> {
    const { bytes } = await this.unitOfWork.run(staffScope(actor), async (tx) => {
      const { fileId } = await this.imports.unmapped(tx, id);
      return this.files.read(tx, fileId);
    });
    return previewOf(bytes, asked);
  }
}

function previewOf(bytes: Buffer, { headerRow, layout }: Layout): Preview {
  const rows = csvRowsOf(bytes, PREVIEW_ROWS);
  const hasMore = rows.length === PREVIEW_ROWS;
  const dialect = { ...layout, name: '', header: [] };
  try {
    const statement = orProblem(() =>
      parseCsv({ rows, dialect, header: headerRow - 1, name: '', currency: ACCOUNT_CURRENCY }),
    );
    return { ...figuresOf(statement), hasMore, fault: faultOf(statement) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { ...NOTHING, hasMore, fault: { code: error.code, params: error.params } };
  }
}

const NOTHING = {
  isProven: false,
  from: null,
  to: null,
  opening: null,
  movements: null,
  closing: null,
  lineCount: 0,
  lines: [],
};

/** Why the whole would be refused, its lines readable or not. */
function faultOf(statement: ParsedStatement): Preview['fault'] {
  try {
    orProblem(() => accepted(statement));
    return null;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { code: error.code, params: error.params };
  }
}

const sar = (units: Units | null) => (units === null ? null : money(Number(units), ACCOUNT_CURRENCY));

const figuresOf = (statement: ParsedStatement) => ({
  isProven: statement.proof.state === 'proven',
  from: statement.from,
  to: statement.to,
  opening: sar(statement.opening),
  movements: sar(statement.movements),
  closing: sar(statement.closing),
  lineCount: statement.lines.length,
  lines: statement.lines.slice(0, PREVIEW_LINES).map((line) => ({
    bookedOn: line.bookedOn,
    amount: money(Number(line.units), ACCOUNT_CURRENCY),
    payerName: line.payerName,
    payerIbanTail: line.payerIban && ibanTail(line.payerIban),
    text: line.text,
    balanceAfter: sar(line.balanceAfter),
  })),
});
