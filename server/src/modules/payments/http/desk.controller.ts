import { Controller } from '@nestjs/common';
import {
  confirmMatches,
  findTargets,
  ignoreLine,
  reviewMatches,
  splitLine,
  transferDesk,
  undoMatch,
  withdrawMatch,
} from '@qafila/shared/payments/desk.contract';
import { Handles, type SignedInCall, TheCall } from '../../../platform/http/handles';
import { ConfirmMatches } from '../app/confirm-matches';
import { FindTargets } from '../app/find-targets';
import { IgnoreLine } from '../app/ignore-line';
import { ReadDesk } from '../app/read-desk';
import { ReviewMatches } from '../app/review-matches';
import { SplitLine } from '../app/split-line';
import { UndoMatch } from '../app/undo-match';
import { WithdrawMatch } from '../app/withdraw-match';

@Controller()
export class DeskController {
  constructor(
    private readonly desk: ReadDesk,
    private readonly targets: FindTargets,
    private readonly splits: SplitLine,
    private readonly reviews: ReviewMatches,
    private readonly confirms: ConfirmMatches,
    private readonly withdraws: WithdrawMatch,
    private readonly undoes: UndoMatch,
    private readonly ignores: IgnoreLine,
  ) {}

  @Handles(transferDesk)
  transferDesk(@TheCall() call: SignedInCall<typeof transferDesk>) {
    return this.desk.run(call.actor, call.query);
  }

  @Handles(findTargets)
  findTargets(@TheCall() call: SignedInCall<typeof findTargets>) {
    return this.targets.run(call.actor, { id: call.params.id, ...call.query });
  }

  @Handles(splitLine)
  splitLine(@TheCall() call: SignedInCall<typeof splitLine>) {
    return this.splits.run(call.actor, { id: call.params.id, ...call.body });
  }

  @Handles(reviewMatches)
  reviewMatches(@TheCall() call: SignedInCall<typeof reviewMatches>) {
    return this.reviews.run(call.actor, call.body.matches);
  }

  @Handles(confirmMatches)
  confirmMatches(@TheCall() call: SignedInCall<typeof confirmMatches>) {
    return this.confirms.run(call.actor, call.body);
  }

  @Handles(withdrawMatch)
  withdrawMatch(@TheCall() call: SignedInCall<typeof withdrawMatch>) {
    return this.withdraws.run(call.actor, { id: call.params.id, version: call.body.version });
  }

  @Handles(undoMatch)
  undoMatch(@TheCall() call: SignedInCall<typeof undoMatch>) {
    return this.undoes.run(call.actor, { id: call.params.id, ...call.body });
  }

  @Handles(ignoreLine)
  ignoreLine(@TheCall() call: SignedInCall<typeof ignoreLine>) {
    return this.ignores.run(call.actor, { id: call.params.id, ...call.body });
  }
}
