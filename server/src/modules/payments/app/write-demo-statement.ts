import { Injectable } from '@nestjs/common';
import { money } from '@qafila/shared/kernel/money';
import { systemScope } from '../../../platform/access/scope';
import { Clock } from '../../../platform/clock/clock';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { newPublicCode } from '../../../platform/ids/new-id';
import { InstructionRepository } from '../db/instruction.repository';
import { linePlace } from '../db/line.mapper';
import { SellerRepository } from '../db/seller.repository';
import { SentRefundRepository } from '../db/sent-refund.repository';
import { StatementRepository } from '../db/statement.repository';
import { camt053Of, type DemoRefund, demoPayments } from '../domain/demo-bank';
import { endToEndOf } from '../domain/matching/refunds';

/** What stood on the account before the demo bank wrote its first statement. */
const FIRST_BALANCE = money(25_000_000, 'SAR');
const RIYADH_MS = 3 * 3_600_000;

/** The demo bank's statement of today. Its opening balance is the closing one of the last that was imported. */
@Injectable()
export class WriteDemoStatement {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly instructions: InstructionRepository,
    private readonly statements: StatementRepository,
    private readonly seller: SellerRepository,
    private readonly refunds: SentRefundRepository,
    private readonly cipher: FieldCipher,
    private readonly clock: Clock,
  ) {}

  run(): Promise<string> {
    const now = this.clock.now();
    const date = new Date(now.getTime() + RIYADH_MS).toISOString().slice(0, 10);
    return this.unitOfWork.run(systemScope('demo bank'), async (tx) => {
      const { iban, ibanHash } = await this.seller.read(tx);
      const number = `NJD-${date.replaceAll('-', '')}-${newPublicCode()}`;
      return camt053Of({
        number,
        iban,
        date,
        at: now.toISOString(),
        opening: (await this.statements.lastClosing(tx, ibanHash)) ?? FIRST_BALANCE,
        payments: demoPayments(await this.instructions.waiting(tx), number),
        refunds: await this.refundsOf(tx),
      });
    });
  }
  /** What the bank was handed and has not paid out yet. */
  private async refundsOf(tx: Tx): Promise<DemoRefund[]> {
    const sealer = await this.cipher.sealerFor(null);
    return (await this.refunds.withBank(tx)).flatMap(({ account, amount, code }) =>
      account
        ? [
            {
              amount,
              endToEnd: endToEndOf(code),
              holder: sealer.open(linePlace('payer_name_enc', account.lineId), account.holderSealed),
              iban: sealer.open(linePlace('payer_iban_enc', account.lineId), account.ibanSealed),
            },
          ]
        : [],
    );
  }
}
