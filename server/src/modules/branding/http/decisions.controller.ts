import { Controller } from '@nestjs/common';
import {
  approveProof,
  readApproval,
  rejectProof,
  requireChanges,
} from '@qafila/shared/branding/decisions.contract';
import { Handles, type SignedInCall, TheCall } from '../../../platform/http/handles';
import { ApproveProof } from '../app/approve-proof';
import { ReadApproval } from '../app/read-approval';
import { RejectProof } from '../app/reject-proof';
import { RequireChanges } from '../app/require-changes';

/** What a trader decides about a version. */
@Controller()
export class DecisionsController {
  constructor(
    private readonly read: ReadApproval,
    private readonly approve: ApproveProof,
    private readonly changes: RequireChanges,
    private readonly reject: RejectProof,
  ) {}

  @Handles(readApproval)
  readApproval(@TheCall() call: SignedInCall<typeof readApproval>) {
    return this.read.run(call.actor, call.params.id);
  }

  @Handles(approveProof)
  approveProof(@TheCall() call: SignedInCall<typeof approveProof>) {
    return this.approve.run(call.actor, { id: call.params.id, version: call.version }, call.body);
  }

  @Handles(requireChanges)
  requireChanges(@TheCall() call: SignedInCall<typeof requireChanges>) {
    return this.changes.run(call.actor, { id: call.params.id, version: call.version }, call.body.text);
  }

  @Handles(rejectProof)
  rejectProof(@TheCall() call: SignedInCall<typeof rejectProof>) {
    return this.reject.run(call.actor, { id: call.params.id, version: call.version }, call.body.reason);
  }
}
