import { Module } from '@nestjs/common';
import { AddNote } from './app/add-note';
import { AnswerQuote } from './app/answer-quote';
import { AskBriefInfo } from './app/ask-brief-info';
import { AssignBrief } from './app/assign-brief';
import { BeginDesign } from './app/begin-design';
import { CancelBrief } from './app/cancel-brief';
import { CarryNotes } from './app/carry-notes';
import { CheckBriefNames } from './app/check-brief-names';
import { CreateBrief } from './app/create-brief';
import { CreateProof } from './app/create-proof';
import { DeclineNotes } from './app/decline-notes';
import { DescribeBrief } from './app/describe-brief';
import { DescribeDesignBrief } from './app/describe-design-brief';
import { DescribeDesignProof } from './app/describe-design-proof';
import { DescribeProof } from './app/describe-proof';
import { EditNote } from './app/edit-note';
import { FoldNotes } from './app/fold-notes';
import { HandInProof } from './app/hand-in-proof';
import { JudgeProof } from './app/judge-proof';
import { ListBriefMessages } from './app/list-brief-messages';
import { ListBriefProducts } from './app/list-brief-products';
import { ListBriefs } from './app/list-briefs';
import { ListDesignMessages } from './app/list-design-messages';
import { ListDesignQueue } from './app/list-design-queue';
import { ListQuotesWanted } from './app/list-quotes-wanted';
import { PassTurn } from './app/pass-turn';
import { QuoteRound } from './app/quote-round';
import { ReadBrief } from './app/read-brief';
import { ReadDesignBrief } from './app/read-design-brief';
import { ReadDesignProof } from './app/read-design-proof';
import { ReadProof } from './app/read-proof';
import { RemoveNote } from './app/remove-note';
import { ReplaceProofFile } from './app/replace-proof-file';
import { ReplyToNote } from './app/reply-to-note';
import { ResumeBrief } from './app/resume-brief';
import { SaveBrief } from './app/save-brief';
import { SendBackProof } from './app/send-back-proof';
import { SendProof } from './app/send-proof';
import { ShowNotes } from './app/show-notes';
import { SubmitBrief } from './app/submit-brief';
import { TakeBrief } from './app/take-brief';
import { TickTodos } from './app/tick-todos';
import { UnfoldTodo } from './app/unfold-todo';
import { ViewProof } from './app/view-proof';
import { WatchProofs } from './app/watch-proofs';
import { WriteBriefMessage } from './app/write-brief-message';
import { WriteDesignMessage } from './app/write-design-message';
import { AssetsModule } from './assets.module';
import { BriefRepository } from './db/brief.repository';
import { BriefFactsRepository } from './db/brief-facts.repository';
import { BriefListRepository } from './db/brief-list.repository';
import { BriefMessageRepository } from './db/brief-message.repository';
import { BriefQuoteRepository } from './db/brief-quote.repository';
import { BriefTurnRepository } from './db/brief-turn.repository';
import { ProofRepository } from './db/proof.repository';
import { ProofMarkRepository } from './db/proof-mark.repository';
import { ProofNoteRepository } from './db/proof-note.repository';
import { ProofTodoRepository } from './db/proof-todo.repository';
import { ProofWatchRepository } from './db/proof-watch.repository';
import { DesignDesk } from './desk.api';
import { BriefsController } from './http/briefs.controller';
import { DesignController } from './http/design.controller';
import { DesignProofsController } from './http/design-proofs.controller';
import { ProofsController } from './http/proofs.controller';
import { BriefsListener } from './jobs/briefs.listener';
import { WatchProofsJob } from './jobs/watch-proofs.job';

const repositories = [
  ...[BriefRepository, BriefFactsRepository, BriefListRepository, BriefMessageRepository],
  ...[BriefQuoteRepository, BriefTurnRepository, ProofRepository, ProofWatchRepository],
  ...[ProofNoteRepository, ProofTodoRepository, ProofMarkRepository],
];
const briefs = [
  ...[ListBriefs, CreateBrief, ReadBrief, SaveBrief, SubmitBrief, CancelBrief, ResumeBrief, AnswerQuote],
  ...[ListBriefMessages, ListBriefProducts, WriteBriefMessage, DescribeBrief, CheckBriefNames, PassTurn],
];
const desk = [
  ...[ListDesignQueue, ReadDesignBrief, TakeBrief, AssignBrief, AskBriefInfo, BeginDesign],
  ...[ListDesignMessages, WriteDesignMessage, DescribeDesignBrief, ListQuotesWanted, QuoteRound],
];
const proofs = [
  ...[
    ReadProof,
    ViewProof,
    DescribeProof,
    CreateProof,
    ReadDesignProof,
    DescribeDesignProof,
    ReplaceProofFile,
  ],
  ...[HandInProof, SendBackProof, SendProof, JudgeProof, CarryNotes, WatchProofs],
  ...[AddNote, EditNote, RemoveNote, ReplyToNote, ShowNotes, FoldNotes, DeclineNotes, UnfoldTodo, TickTodos],
];

/** Briefs, their clock, and the proofs that answer them. */
@Module({
  imports: [AssetsModule],
  controllers: [BriefsController, DesignController, ProofsController, DesignProofsController],
  providers: [...repositories, ...briefs, ...desk, ...proofs, DesignDesk, BriefsListener, WatchProofsJob],
  exports: [...repositories, DesignDesk, PassTurn, DescribeProof, DescribeDesignProof, DescribeBrief],
})
export class BriefsModule {}
