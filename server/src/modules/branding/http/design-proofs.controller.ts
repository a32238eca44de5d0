import { Controller } from '@nestjs/common';
import {
  addDesignNote,
  createProof,
  declineNotes,
  designProof,
  editDesignNote,
  foldNotes,
  handInProof,
  removeDesignNote,
  replaceProofFile,
  replyToDesignNote,
  sendBackProof,
  sendProof,
  tickTodos,
  unfoldTodo,
} from '@qafila/shared/branding/design-proofs.contract';
import { Handles, type SignedInCall, TheCall } from '../../../platform/http/handles';
import { AddNote } from '../app/add-note';
import { CreateProof } from '../app/create-proof';
import { DeclineNotes } from '../app/decline-notes';
import { EditNote } from '../app/edit-note';
import { FoldNotes } from '../app/fold-notes';
import { HandInProof } from '../app/hand-in-proof';
import { ReadDesignProof } from '../app/read-design-proof';
import { RemoveNote } from '../app/remove-note';
import { ReplaceProofFile } from '../app/replace-proof-file';
import { ReplyToNote } from '../app/reply-to-note';
import { SendBackProof } from '../app/send-back-proof';
import { SendProof } from '../app/send-proof';
import { TickTodos } from '../app/tick-todos';
import { UnfoldTodo } from '../app/unfold-todo';

/** Versions, notes and to-dos for the design team. */
@Controller()
export class DesignProofsController {
  constructor(
    private readonly create: CreateProof,
    private readonly read: ReadDesignProof,
    private readonly replace: ReplaceProofFile,
    private readonly handIn: HandInProof,
    private readonly sendBack: SendBackProof,
    private readonly send: SendProof,
    private readonly add: AddNote,
    private readonly edit: EditNote,
    private readonly remove: RemoveNote,
    private readonly reply: ReplyToNote,
    private readonly fold: FoldNotes,
    private readonly decline: DeclineNotes,
    private readonly unfold: UnfoldTodo,
    private readonly tick: TickTodos,
  ) {}

  @Handles(createProof)
  createProof(@TheCall() call: SignedInCall<typeof createProof>) {
    return this.create.run(call.actor, call.params.id, call.body.assetId);
  }

  @Handles(designProof)
  designProof(@TheCall() call: SignedInCall<typeof designProof>) {
    return this.read.run(call.actor, call.params.id);
  }

  @Handles(replaceProofFile)
  replaceProofFile(@TheCall() call: SignedInCall<typeof replaceProofFile>) {
    return this.replace.run(call.actor, { id: call.params.id, version: call.version }, call.body.assetId);
  }

  @Handles(handInProof)
  handInProof(@TheCall() call: SignedInCall<typeof handInProof>) {
    return this.handIn.run(call.actor, { id: call.params.id, version: call.version });
  }

  @Handles(sendBackProof)
  sendBackProof(@TheCall() call: SignedInCall<typeof sendBackProof>) {
    return this.sendBack.run(call.actor, { id: call.params.id, version: call.version }, call.body.text);
  }

  @Handles(sendProof)
  sendProof(@TheCall() call: SignedInCall<typeof sendProof>) {
    return this.send.run(call.actor, { id: call.params.id, version: call.version });
  }

  @Handles(addDesignNote)
  addDesignNote(@TheCall() call: SignedInCall<typeof addDesignNote>) {
    return this.add.run(call.actor, call.params.id, call.body);
  }

  @Handles(editDesignNote)
  editDesignNote(@TheCall() call: SignedInCall<typeof editDesignNote>) {
    return this.edit.run(call.actor, call.params, call.body);
  }

  @Handles(removeDesignNote)
  removeDesignNote(@TheCall() call: SignedInCall<typeof removeDesignNote>) {
    return this.remove.run(call.actor, call.params);
  }

  @Handles(replyToDesignNote)
  replyToDesignNote(@TheCall() call: SignedInCall<typeof replyToDesignNote>) {
    return this.reply.run(call.actor, call.params, call.body.body);
  }

  @Handles(foldNotes)
  foldNotes(@TheCall() call: SignedInCall<typeof foldNotes>) {
    return this.fold.run(call.actor, call.params.id, call.body);
  }

  @Handles(declineNotes)
  declineNotes(@TheCall() call: SignedInCall<typeof declineNotes>) {
    return this.decline.run(call.actor, call.params.id, call.body);
  }

  @Handles(unfoldTodo)
  unfoldTodo(@TheCall() call: SignedInCall<typeof unfoldTodo>) {
    return this.unfold.run(call.actor, call.params);
  }

  @Handles(tickTodos)
  tickTodos(@TheCall() call: SignedInCall<typeof tickTodos>) {
    return this.tick.run(call.actor, call.params.id, call.body);
  }
}
