import { Controller } from '@nestjs/common';
import {
  discardDesignUpload,
  finishDesignUpload,
  putDesignChunk,
  readDesignUpload,
  startDesignUpload,
} from '@qafila/shared/branding/design-assets.contract';
import { Handles, type SignedInCall, TheCall } from '../../../platform/http/handles';
import { DiscardUpload } from '../app/discard-upload';
import { FinishUpload } from '../app/finish-upload';
import { ReadUpload } from '../app/read-upload';
import { ReceiveChunk } from '../app/receive-chunk';
import { StartDesignUpload } from '../app/start-design-upload';

/** Proof files that designers send. */
@Controller()
export class DesignUploadsController {
  constructor(
    private readonly start: StartDesignUpload,
    private readonly read: ReadUpload,
    private readonly receive: ReceiveChunk,
    private readonly finish: FinishUpload,
    private readonly discard: DiscardUpload,
  ) {}

  @Handles(startDesignUpload)
  startDesignUpload(@TheCall() call: SignedInCall<typeof startDesignUpload>) {
    return this.start.run(call.actor, call.params.id, call.body);
  }

  @Handles(readDesignUpload)
  readDesignUpload(@TheCall() call: SignedInCall<typeof readDesignUpload>) {
    return this.read.run(call.actor, call.params.id);
  }

  @Handles(putDesignChunk)
  putDesignChunk(@TheCall() call: SignedInCall<typeof putDesignChunk>) {
    const part = { n: call.params.n, sha256: call.query.sha256, bytes: call.file };
    return this.receive.run(call.actor, call.params.id, part);
  }

  @Handles(finishDesignUpload)
  finishDesignUpload(@TheCall() call: SignedInCall<typeof finishDesignUpload>) {
    return this.finish.run(call.actor, call.params.id);
  }

  @Handles(discardDesignUpload)
  discardDesignUpload(@TheCall() call: SignedInCall<typeof discardDesignUpload>) {
    return this.discard.run(call.actor, call.params.id);
  }
}
