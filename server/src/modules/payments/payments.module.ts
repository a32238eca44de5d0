import { Global, Module } from '@nestjs/common';
import { PaymentOpening } from '../ordering/ordering.api';
import { OrderingModule } from '../ordering/ordering.module';
import { ApplyOutcome } from './app/apply-outcome';
import { ApplyRefund } from './app/apply-refund';
import { ApproveRefunds } from './app/approve-refunds';
import { AskGateway } from './app/ask-gateway';
import { AskRefund } from './app/ask-refund';
import { CancelPayment } from './app/cancel-payment';
import { CheckLedger } from './app/check-ledger';
import { ConfirmMatches } from './app/confirm-matches';
import { DescribeAttempt } from './app/describe-attempt';
import { DescribePayment } from './app/describe-payment';
import { DescribeTransfer } from './app/describe-transfer';
import { DrawAccount } from './app/draw-account';
import { DropImport } from './app/drop-import';
import { FindDoubles } from './app/find-doubles';
import { FindParts } from './app/find-parts';
import { FindRefundable } from './app/find-refundable';
import { FindTargets } from './app/find-targets';
import { FinishImports } from './app/finish-imports';
import { FollowAttempts } from './app/follow-attempts';
import { FollowMatches } from './app/follow-matches';
import { FollowRefunds } from './app/follow-refunds';
import { IgnoreLine } from './app/ignore-line';
import { ImportStatement } from './app/import-statement';
import { JudgeRefund } from './app/judge-refund';
import { Ledger } from './app/ledger';
import { ListAttempts } from './app/list-attempts';
import { ListChanges } from './app/list-changes';
import { ListDue } from './app/list-due';
import { ListOwnReceipts } from './app/list-own-receipts';
import { ListPayments } from './app/list-payments';
import { ListReceipts } from './app/list-receipts';
import { ListRefunds } from './app/list-refunds';
import { LoadFacts } from './app/load-facts';
import { LockRefundMoney } from './app/lock-refund-money';
import { LookAgain } from './app/look-again';
import { MakeMatches } from './app/make-matches';
import { MoveRefund } from './app/move-refund';
import { OfferMethods } from './app/offer-methods';
import { OpenHooks } from './app/open-hooks';
import { OrderCredit } from './app/order-credit';
import { PreviewLayout } from './app/preview-layout';
import { PrintEvidence } from './app/print-evidence';
import { ProposeMatches } from './app/propose-matches';
import { PublishDemoRates } from './app/publish-demo-rates';
import { ReadAccount } from './app/read-account';
import { ReadCredit } from './app/read-credit';
import { ReadDesk } from './app/read-desk';
import { ReadGateways } from './app/read-gateways';
import { ReadImport } from './app/read-import';
import { ReadImportTable } from './app/read-import-table';
import { ReadOrderRefunds } from './app/read-order-refunds';
import { ReadPayment } from './app/read-payment';
import { ReadTransfer } from './app/read-transfer';
import { RefuseRefund } from './app/refuse-refund';
import { ReleaseRefund } from './app/release-refund';
import { ReturnToCredit } from './app/return-to-credit';
import { ReviewMatches } from './app/review-matches';
import { ReviewRefunds } from './app/review-refunds';
import { SaveLayout } from './app/save-layout';
import { SendRefunds } from './app/send-refunds';
import { SettleFlag } from './app/settle-flag';
import { SettleRefunds } from './app/settle-refunds';
import { ShowAccount } from './app/show-account';
import { ShowAttempt } from './app/show-attempt';
import { ShowLines } from './app/show-lines';
import { ShowOwnReceipt } from './app/show-own-receipt';
import { ShowReceipt } from './app/show-receipt';
import { ShowRefundFile } from './app/show-refund-file';
import { ShowRefunds } from './app/show-refunds';
import { SplitLine } from './app/split-line';
import { StartPayment } from './app/start-payment';
import { StoreStatements } from './app/store-statements';
import { TakeBack } from './app/take-back';
import { TakeHook } from './app/take-hook';
import { TransferOpening } from './app/transfer-opening';
import { TryReturns } from './app/try-returns';
import { UndoMatch } from './app/undo-match';
import { UploadReceipt } from './app/upload-receipt';
import { UseCredit } from './app/use-credit';
import { WithdrawAll } from './app/withdraw-all';
import { WithdrawMatch } from './app/withdraw-match';
import { WithdrawRefund } from './app/withdraw-refund';
import { WriteDemoStatement } from './app/write-demo-statement';
import { WriteOff } from './app/write-off';
import { AccountRepository } from './db/account.repository';
import { AttemptRepository } from './db/attempt.repository';
import { AttemptDeskRepository } from './db/attempt-desk.repository';
import { BooksRepository } from './db/books.repository';
import { DeskRepository } from './db/desk.repository';
import { DialectRepository } from './db/dialect.repository';
import { DoublesRepository } from './db/doubles.repository';
import { EvidenceRepository } from './db/evidence.repository';
import { FactsRepository } from './db/facts.repository';
import { HookRepository } from './db/hook.repository';
import { ImportRepository } from './db/import.repository';
import { InstructionRepository } from './db/instruction.repository';
import { LedgerRepository } from './db/ledger.repository';
import { LedgerCheckRepository } from './db/ledger-check.repository';
import { LineRepository } from './db/line.repository';
import { MatchRepository } from './db/match.repository';
import { OrderMoneyRepository } from './db/order-money.repository';
import { OwnRefundRepository } from './db/own-refund.repository';
import { RateRepository } from './db/rate.repository';
import { ReceiptRepository } from './db/receipt.repository';
import { RefundRepository } from './db/refund.repository';
import { RefundFileRepository } from './db/refund-file.repository';
import { RefundFollowRepository } from './db/refund-follow.repository';
import { RefundListRepository } from './db/refund-list.repository';
import { RefundMoneyRepository } from './db/refund-money.repository';
import { SellerRepository } from './db/seller.repository';
import { SentRefundRepository } from './db/sent-refund.repository';
import { StandingRepository } from './db/standing.repository';
import { StatementRepository } from './db/statement.repository';
import { TargetRepository } from './db/target.repository';
import { OpenGateways } from './gateways/open-gateways';
import { AccountController } from './http/account.controller';
import { AttemptsController } from './http/attempts.controller';
import { BooksController } from './http/books.controller';
import { CreditController } from './http/credit.controller';
import { DeskController } from './http/desk.controller';
import { GatewaysController } from './http/gateways.controller';
import { ImportsController } from './http/imports.controller';
import { PaymentsController } from './http/payments.controller';
import { ReceiptsController } from './http/receipts.controller';
import { RefundsController } from './http/refunds.controller';
import { AttemptsJob } from './jobs/attempts.job';
import { ImportsJob } from './jobs/imports.job';
import { LedgerCheckJob } from './jobs/ledger-check.job';
import { Refunds, SellerAccount, Transfers } from './payments.api';

/** Bank transfers, statements, matches and the ledger. Global: ordering asks for `PaymentOpening` without knowing us. */
@Global()
@Module({
  imports: [OrderingModule],
  controllers: [
    PaymentsController,
    DeskController,
    ReceiptsController,
    ImportsController,
    AttemptsController,
    CreditController,
    AccountController,
    BooksController,
    GatewaysController,
    RefundsController,
  ],
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
    TryReturns,
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
    ApplyOutcome,
    AskGateway,
    CancelPayment,
    DescribeAttempt,
    DescribePayment,
    FollowAttempts,
    ListAttempts,
    ListChanges,
    LookAgain,
    OfferMethods,
    OpenHooks,
    PrintEvidence,
    PublishDemoRates,
    ReadGateways,
    ReadPayment,
    SettleFlag,
    ShowAttempt,
    StartPayment,
    TakeHook,
    UseCredit,
    ReadCredit,
    OrderCredit,
    ReadAccount,
    ShowAccount,
    DrawAccount,
    AccountRepository,
    ListDue,
    ListPayments,
    ListOwnReceipts,
    BooksRepository,
    AttemptRepository,
    AttemptDeskRepository,
    EvidenceRepository,
    HookRepository,
    OrderMoneyRepository,
    RateRepository,
    StandingRepository,
    AttemptsJob,
    ApplyRefund,
    ApproveRefunds,
    AskRefund,
    FindRefundable,
    FollowRefunds,
    JudgeRefund,
    ListRefunds,
    LockRefundMoney,
    MoveRefund,
    ReadOrderRefunds,
    RefuseRefund,
    ReleaseRefund,
    ReturnToCredit,
    ReviewRefunds,
    SendRefunds,
    SettleRefunds,
    ShowRefundFile,
    ShowRefunds,
    WithdrawRefund,
    OwnRefundRepository,
    RefundRepository,
    RefundFileRepository,
    RefundFollowRepository,
    RefundListRepository,
    RefundMoneyRepository,
    SentRefundRepository,
    SellerAccount,
    Transfers,
    Refunds,
    TransferOpening,
    { provide: PaymentOpening, useExisting: TransferOpening },
  ],
  exports: [PaymentOpening, SellerAccount, Transfers, Refunds, Ledger],
})
export class PaymentsModule {}
