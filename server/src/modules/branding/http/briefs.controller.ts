import { Controller } from '@nestjs/common';
import {
  answerQuote,
  briefMessages,
  briefProducts,
  cancelBrief,
  createBrief,
  listBriefs,
  readBrief,
  resumeBrief,
  saveBrief,
  submitBrief,
  writeBriefMessage,
} from '@qafila/shared/branding/briefs.contract';
import { Handles, type SignedInCall, TheCall } from '../../../platform/http/handles';
import { AnswerQuote } from '../app/answer-quote';
import { CancelBrief } from '../app/cancel-brief';
import { CreateBrief } from '../app/create-brief';
import { ListBriefMessages } from '../app/list-brief-messages';
import { ListBriefProducts } from '../app/list-brief-products';
import { ListBriefs } from '../app/list-briefs';
import { ReadBrief } from '../app/read-brief';
import { ResumeBrief } from '../app/resume-brief';
import { SaveBrief } from '../app/save-brief';
import { SubmitBrief } from '../app/submit-brief';
import { WriteBriefMessage } from '../app/write-brief-message';

/** Briefs of a trader. */
@Controller()
export class BriefsController {
  constructor(
    private readonly list: ListBriefs,
    private readonly products: ListBriefProducts,
    private readonly create: CreateBrief,
    private readonly read: ReadBrief,
    private readonly save: SaveBrief,
    private readonly submit: SubmitBrief,
    private readonly cancel: CancelBrief,
    private readonly resume: ResumeBrief,
    private readonly answer: AnswerQuote,
    private readonly messages: ListBriefMessages,
    private readonly write: WriteBriefMessage,
  ) {}

  @Handles(listBriefs)
  listBriefs(@TheCall() call: SignedInCall<typeof listBriefs>) {
    return this.list.run(call.actor, call.query);
  }

  @Handles(briefProducts)
  briefProducts(@TheCall() call: SignedInCall<typeof briefProducts>) {
    return this.products.run(call.actor);
  }

  @Handles(createBrief)
  createBrief(@TheCall() call: SignedInCall<typeof createBrief>) {
    return this.create.run(call.actor, call.body);
  }

  @Handles(readBrief)
  readBrief(@TheCall() call: SignedInCall<typeof readBrief>) {
    return this.read.run(call.actor, call.params.id);
  }

  @Handles(saveBrief)
  saveBrief(@TheCall() call: SignedInCall<typeof saveBrief>) {
    return this.save.run(call.actor, { id: call.params.id, version: call.version }, call.body);
  }

  @Handles(submitBrief)
  submitBrief(@TheCall() call: SignedInCall<typeof submitBrief>) {
    return this.submit.run(call.actor, { id: call.params.id, version: call.version });
  }

  @Handles(cancelBrief)
  cancelBrief(@TheCall() call: SignedInCall<typeof cancelBrief>) {
    return this.cancel.run(call.actor, { id: call.params.id, version: call.version });
  }

  @Handles(resumeBrief)
  resumeBrief(@TheCall() call: SignedInCall<typeof resumeBrief>) {
    return this.resume.run(call.actor, { id: call.params.id, version: call.version });
  }

  @Handles(answerQuote)
  answerQuote(@TheCall() call: SignedInCall<typeof answerQuote>) {
    return this.answer.run(call.actor, { id: call.params.id, version: call.version }, call.body);
  }

  @Handles(briefMessages)
  briefMessages(@TheCall() call: SignedInCall<typeof briefMessages>) {
    return this.messages.run(call.actor, call.params.id, call.query);
  }

  @Handles(writeBriefMessage)
  writeBriefMessage(@TheCall() call: SignedInCall<typeof writeBriefMessage>) {
    return this.write.run(call.actor, call.params.id, call.body.text);
  }
}
