import { Global, Module } from '@nestjs/common';
import { PaymentOpening } from '../ordering/ordering.api';
import { OrderingModule } from '../ordering/ordering.module';
import { CheckLedger } from './app/check-ledger';
import { ConfirmMatches } from './app/confirm-matches';
import { DescribeTransfer } from './app/describe-transfer';
import { DropImport } from './app/drop-import';
import { FindDoubles } from './app/find-doubles';
import { FindParts } from './app/find-parts';
import { FindTargets } from './app/find-targets';
import { FinishImports } from './app/finish-imports';
import { FollowMatches } from './app/follow-matches';
import { IgnoreLine } from './app/ignore-line';
import { ImportStatement } from './app/import-statement';
import { Ledger } from './app/ledger';
import { ListReceipts } from './app/list-receipts';
import { LoadFacts } from './app/load-facts';
import { MakeMatches } from './app/make-matches';
import { PreviewLayout } from './app/preview-layout';
import { ProposeMatches } from './app/propose-matches';
import { ReadDesk } from './app/read-desk';
import { ReadImport } from './app/read-import';
import { ReadImportTable } from './app/read-import-table';
import { ReadTransfer } from './app/read-transfer';
import { ReviewMatches } from './app/review-matches';
import { SaveLayout } from './app/save-layout';
import { ShowLines } from './app/show-lines';
import { ShowOwnReceipt } from './app/show-own-receipt';
import { ShowReceipt } from './app/show-receipt';
import { SplitLine } from './app/split-line';
import { StoreStatements } from './app/store-statements';
import { TakeBack } from './app/take-back';
import { TransferOpening } from './app/transfer-opening';
import { UndoMatch } from './app/undo-match';
import { UploadReceipt } from './app/upload-receipt';
import { WithdrawAll } from './app/withdraw-all';
import { WithdrawMatch } from './app/withdraw-match';
import { WriteDemoStatement } from './app/write-demo-statement';
import { WriteOff } from './app/write-off';
import { DeskRepository } from './db/desk.repository';
import { DialectRepository } from './db/dialect.repository';
import { DoublesRepository } from './db/doubles.repository';
import { FactsRepository } from './db/facts.repository';
import { ImportRepository } from './db/import.repository';
import { InstructionRepository } from './db/instruction.repository';
import { LedgerRepository } from './db/ledger.repository';
import { LedgerCheckRepository } from './db/ledger-check.repository';
import { LineRepository } from './db/line.repository';
import { MatchRepository } from './db/match.repository';
import { ReceiptRepository } from './db/receipt.repository';
import { SellerRepository } from './db/seller.repository';
import { StatementRepository } from './db/statement.repository';
import { TargetRepository } from './db/target.repository';
import { OpenGateways } from './gateways/open-gateways';
import { DeskController } from './http/desk.controller';
import { ImportsController } from './http/imports.controller';
import { PaymentsController } from './http/payments.controller';
import { ReceiptsController } from './http/receipts.controller';
import { ImportsJob } from './jobs/imports.job';
import { LedgerCheckJob } from './jobs/ledger-check.job';
import { SellerAccount, Transfers } from './payments.api';

/** Bank transfers, statements, matches and the ledger. Global: ordering asks for `PaymentOpening` without knowing us. */
@Global()
@Module({
  imports: [OrderingModule],
  controllers: [PaymentsController, DeskController, ReceiptsController, ImportsController],
  providers: [
    SellerRepository,
    InstructionRepository,
    StatementRepository,
    ImportRepository,
    DialectRepository,
    MatchRepository,
    DeskRepository,
    LineRepository,
    FactsRepository,
    TargetRepository,
    LedgerRepository,
    ReceiptRepository,
    LedgerCheckRepository,
    Ledger,
    DescribeTransfer,
    CheckLedger,
    LedgerCheckJob,
    LoadFacts,
    FollowMatches,
    ShowLines,
    TakeBack,
    WithdrawAll,
    FindParts,
    MakeMatches,
    WriteOff,
    ReadTransfer,
    UploadReceipt,
    ShowOwnReceipt,
    ShowReceipt,
    ListReceipts,
    ImportStatement,
    FinishImports,
    ImportsJob,
    ReadImport,
    ReadImportTable,
    PreviewLayout,
    SaveLayout,
    DropImport,
    FindDoubles,
    DoublesRepository,
    StoreStatements,
    ProposeMatches,
    ReadDesk,
    ReviewMatches,
    ConfirmMatches,
    WithdrawMatch,
    IgnoreLine,
    UndoMatch,
    SplitLine,
    FindTargets,
    WriteDemoStatement,
    OpenGateways,
    SellerAccount,
    Transfers,
    TransferOpening,
    { provide: PaymentOpening, useExisting: TransferOpening },
  ],
  exports: [PaymentOpening, SellerAccount, Transfers, Ledger],
})
export class PaymentsModule {}
