import { Controller } from '@nestjs/common';
import {
  addNote,
  editNote,
  readProof,
  removeNote,
  replyToNote,
  viewProof,
} from '@qafila/shared/branding/proofs.contract';
import { Handles, type SignedInCall, TheCall } from '../../../platform/http/handles';
import { AddNote } from '../app/add-note';
import { EditNote } from '../app/edit-note';
import { ReadProof } from '../app/read-proof';
import { RemoveNote } from '../app/remove-note';
import { ReplyToNote } from '../app/reply-to-note';
import { ViewProof } from '../app/view-proof';

/** Versions and notes for their trader. */
@Controller()
export class ProofsController {
  constructor(
    private readonly read: ReadProof,
    private readonly view: ViewProof,
    private readonly add: AddNote,
    private readonly edit: EditNote,
    private readonly remove: RemoveNote,
    private readonly reply: ReplyToNote,
  ) {}

  @Handles(readProof)
  readProof(@TheCall() call: SignedInCall<typeof readProof>) {
    return this.read.run(call.actor, call.params.id);
  }

  @Handles(viewProof)
  viewProof(@TheCall() call: SignedInCall<typeof viewProof>) {
    return this.view.run(call.actor, call.params.id);
  }

  @Handles(addNote)
  addNote(@TheCall() call: SignedInCall<typeof addNote>) {
    return this.add.run(call.actor, call.params.id, { ...call.body, visibility: 'shared' });
  }

  @Handles(editNote)
  editNote(@TheCall() call: SignedInCall<typeof editNote>) {
    return this.edit.run(call.actor, call.params, call.body);
  }

  @Handles(removeNote)
  removeNote(@TheCall() call: SignedInCall<typeof removeNote>) {
    return this.remove.run(call.actor, call.params);
  }

  @Handles(replyToNote)
  replyToNote(@TheCall() call: SignedInCall<typeof replyToNote>) {
    return this.reply.run(call.actor, call.params, call.body.body);
  }
}
