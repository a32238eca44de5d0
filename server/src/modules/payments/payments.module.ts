import { Global, Module } from '@nestjs/common';
import { PaymentOpening } from '../ordering/ordering.api';
import { ConfirmMatches } from './app/confirm-matches';
import { IgnoreLine } from './app/ignore-line';
import { ImportStatement } from './app/import-statement';
import { Ledger } from './app/ledger';
import { ProposeMatches } from './app/propose-matches';
import { ReadDesk } from './app/read-desk';
import { ReadTransfer } from './app/read-transfer';
import { ReviewMatches } from './app/review-matches';
import { StoreStatements } from './app/store-statements';
import { TransferOpening } from './app/transfer-opening';
import { WithdrawMatch } from './app/withdraw-match';
import { WriteDemoStatement } from './app/write-demo-statement';
import { DeskRepository } from './db/desk.repository';
import { InstructionRepository } from './db/instruction.repository';
import { LedgerRepository } from './db/ledger.repository';
import { MatchRepository } from './db/match.repository';
import { SellerRepository } from './db/seller.repository';
import { StatementRepository } from './db/statement.repository';
import { PaymentsController } from './http/payments.controller';
import { SellerAccount, Transfers } from './payments.api';

/** Bank transfers, statements, matches and the ledger. Global: ordering asks for `PaymentOpening` without knowing us. */
@Global()
@Module({
  controllers: [PaymentsController],
  providers: [
    SellerRepository,
    InstructionRepository,
    StatementRepository,
    MatchRepository,
    DeskRepository,
    LedgerRepository,
    Ledger,
    ReadTransfer,
    ImportStatement,
    StoreStatements,
    ProposeMatches,
    ReadDesk,
    ReviewMatches,
    ConfirmMatches,
    WithdrawMatch,
    IgnoreLine,
    WriteDemoStatement,
    SellerAccount,
    Transfers,
    TransferOpening,
    { provide: PaymentOpening, useExisting: TransferOpening },
  ],
  exports: [PaymentOpening, SellerAccount, Transfers, Ledger],
})
export class PaymentsModule {}
