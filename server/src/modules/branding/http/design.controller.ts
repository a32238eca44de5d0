import { Controller } from '@nestjs/common';
import {
  askBriefInfo,
  assignBrief,
  beginDesign,
  designBrief,
  designMessages,
  designQueue,
  quoteRound,
  quotesWanted,
  takeBrief,
  writeDesignMessage,
} from '@qafila/shared/branding/design.contract';
import { Handles, type SignedInCall, TheCall } from '../../../platform/http/handles';
import { AskBriefInfo } from '../app/ask-brief-info';
import { AssignBrief } from '../app/assign-brief';
import { BeginDesign } from '../app/begin-design';
import { ListDesignMessages } from '../app/list-design-messages';
import { ListDesignQueue } from '../app/list-design-queue';
import { ListQuotesWanted } from '../app/list-quotes-wanted';
import { QuoteRound } from '../app/quote-round';
import { ReadDesignBrief } from '../app/read-design-brief';
import { TakeBrief } from '../app/take-brief';
import { WriteDesignMessage } from '../app/write-design-message';

/** Briefs on the desk of the design team, and the quotes for further rounds. */
@Controller()
export class DesignController {
  constructor(
    private readonly queue: ListDesignQueue,
    private readonly read: ReadDesignBrief,
    private readonly take: TakeBrief,
    private readonly assign: AssignBrief,
    private readonly ask: AskBriefInfo,
    private readonly begin: BeginDesign,
    private readonly messages: ListDesignMessages,
    private readonly write: WriteDesignMessage,
    private readonly wanted: ListQuotesWanted,
    private readonly quote: QuoteRound,
  ) {}

  @Handles(designQueue)
  designQueue(@TheCall() call: SignedInCall<typeof designQueue>) {
    return this.queue.run(call.actor, call.query);
  }

  @Handles(designBrief)
  designBrief(@TheCall() call: SignedInCall<typeof designBrief>) {
    return this.read.run(call.actor, call.params.id);
  }

  @Handles(takeBrief)
  takeBrief(@TheCall() call: SignedInCall<typeof takeBrief>) {
    return this.take.run(call.actor, { id: call.params.id, version: call.version });
  }

  @Handles(assignBrief)
  assignBrief(@TheCall() call: SignedInCall<typeof assignBrief>) {
    return this.assign.run(call.actor, { id: call.params.id, version: call.version }, call.body);
  }

  @Handles(askBriefInfo)
  askBriefInfo(@TheCall() call: SignedInCall<typeof askBriefInfo>) {
    return this.ask.run(call.actor, { id: call.params.id, version: call.version }, call.body.text);
  }

  @Handles(beginDesign)
  beginDesign(@TheCall() call: SignedInCall<typeof beginDesign>) {
    return this.begin.run(call.actor, { id: call.params.id, version: call.version });
  }

  @Handles(designMessages)
  designMessages(@TheCall() call: SignedInCall<typeof designMessages>) {
    return this.messages.run(call.actor, call.params.id, call.query);
  }

  @Handles(writeDesignMessage)
  writeDesignMessage(@TheCall() call: SignedInCall<typeof writeDesignMessage>) {
    return this.write.run(call.actor, call.params.id, call.body);
  }

  @Handles(quotesWanted)
  quotesWanted(@TheCall() call: SignedInCall<typeof quotesWanted>) {
    return this.wanted.run(call.actor, call.query);
  }

  @Handles(quoteRound)
  quoteRound(@TheCall() call: SignedInCall<typeof quoteRound>) {
    return this.quote.run(call.actor, { id: call.params.id, version: call.version }, call.body);
  }
}
