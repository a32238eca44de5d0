import { Controller } from '@nestjs/common';
import {
  createDraft,
  editDraft,
  putLines,
  putRecipients,
  takeOverDraft,
} from '@qafila/shared/ordering/ordering.contract';
import { proposeReorder, reorder } from '@qafila/shared/ordering/reorder.contract';
import { Handles, type SignedInCall, TheCall } from '../../../platform/http/handles';
import { CreateDraft } from '../app/create-draft';
import { EditDraft } from '../app/edit-draft';
import { ProposeReorder } from '../app/propose-reorder';
import { PutLines } from '../app/put-lines';
import { PutRecipients } from '../app/put-recipients';
import { Reorder } from '../app/reorder';
import { TakeOverDraft } from '../app/take-over-draft';

/** What a trader types. */
@Controller()
export class DraftsController {
  constructor(
    private readonly create: CreateDraft,
    private readonly edit: EditDraft,
    private readonly lines: PutLines,
    private readonly recipients: PutRecipients,
    private readonly takeOver: TakeOverDraft,
    private readonly propose: ProposeReorder,
    private readonly again: Reorder,
  ) {}

  @Handles(createDraft)
  createDraft(@TheCall() call: SignedInCall<typeof createDraft>) {
    return this.create.run(call.actor, call.body.name);
  }

  @Handles(editDraft)
  editDraft(@TheCall() call: SignedInCall<typeof editDraft>) {
    return this.edit.run(call.actor, { id: call.params.id, version: call.version }, call.body);
  }

  @Handles(putLines)
  putLines(@TheCall() call: SignedInCall<typeof putLines>) {
    return this.lines.run(call.actor, { id: call.params.id, version: call.version }, call.body.lines);
  }

  @Handles(putRecipients)
  putRecipients(@TheCall() call: SignedInCall<typeof putRecipients>) {
    const at = { id: call.params.id, version: call.version };
    return this.recipients.run(call.actor, at, call.body.recipients);
  }

  @Handles(takeOverDraft)
  takeOverDraft(@TheCall() call: SignedInCall<typeof takeOverDraft>) {
    return this.takeOver.run(call.actor, { id: call.params.id, version: call.version });
  }

  @Handles(proposeReorder)
  proposeReorder(@TheCall() call: SignedInCall<typeof proposeReorder>) {
    return this.propose.run(call.actor, call.params.id);
  }

  @Handles(reorder)
  reorder(@TheCall() call: SignedInCall<typeof reorder>) {
    return this.again.run(call.actor, call.params.id, call.body);
  }
}
