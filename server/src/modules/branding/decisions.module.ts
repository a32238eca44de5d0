import { Module } from '@nestjs/common';
import { OrderingModule } from '../ordering/ordering.module';
import { ApproveProof } from './app/approve-proof';
import { DescribeDesignSpec } from './app/describe-design-spec';
import { DescribeSpec } from './app/describe-spec';
import { DrawSpecSheet } from './app/draw-spec-sheet';
import { GiveBack } from './app/give-back';
import { ListDesignSpecs } from './app/list-design-specs';
import { ListSpecs } from './app/list-specs';
import { LockSpec } from './app/lock-spec';
import { MakeSpec } from './app/make-spec';
import { ReadApproval } from './app/read-approval';
import { ReadDesignSpec } from './app/read-design-spec';
import { ReadSpec } from './app/read-spec';
import { RecordDecision } from './app/record-decision';
import { RefuseSpec } from './app/refuse-spec';
import { RejectProof } from './app/reject-proof';
import { ReleaseSpecs } from './app/release-specs';
import { RequireChanges } from './app/require-changes';
import { RetireSpec } from './app/retire-spec';
import { SealApproval } from './app/seal-approval';
import { BriefsModule } from './briefs.module';
import { ApprovalFactsRepository } from './db/approval-facts.repository';
import { ProductionSpecRepository } from './db/production-spec.repository';
import { ProofDecisionRepository } from './db/proof-decision.repository';
import { DecisionsController } from './http/decisions.controller';
import { SpecsController } from './http/specs.controller';
import { SpecsListener } from './jobs/specs.listener';

/** What a trader decides about a proof, and the production specs that come of it. */
@Module({
  imports: [BriefsModule, OrderingModule],
  controllers: [DecisionsController, SpecsController],
  providers: [
    ...[ApprovalFactsRepository, ProofDecisionRepository, ProductionSpecRepository],
    ...[ReadApproval, SealApproval, ApproveProof, RequireChanges, RejectProof, RecordDecision, GiveBack],
    ...[MakeSpec, ListSpecs, ReadSpec, DescribeSpec, RetireSpec, DrawSpecSheet],
    ...[
      ListDesignSpecs,
      ReadDesignSpec,
      DescribeDesignSpec,
      LockSpec,
      RefuseSpec,
      ReleaseSpecs,
      SpecsListener,
    ],
  ],
})
export class DecisionsModule {}
