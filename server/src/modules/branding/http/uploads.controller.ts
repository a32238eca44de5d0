import { Controller } from '@nestjs/common';
import {
  discardUpload,
  finishUpload,
  listUploads,
  putChunk,
  readUpload,
  startUpload,
} from '@qafila/shared/branding/assets.contract';
import { Handles, type SignedInCall, TheCall } from '../../../platform/http/handles';
import { DiscardUpload } from '../app/discard-upload';
import { FinishUpload } from '../app/finish-upload';
import { ListUploads } from '../app/list-uploads';
import { ReadUpload } from '../app/read-upload';
import { ReceiveChunk } from '../app/receive-chunk';
import { StartUpload } from '../app/start-upload';

/** Files of the own company that are coming. */
@Controller()
export class UploadsController {
  constructor(
    private readonly start: StartUpload,
    private readonly list: ListUploads,
    private readonly read: ReadUpload,
    private readonly receive: ReceiveChunk,
    private readonly finish: FinishUpload,
    private readonly discard: DiscardUpload,
  ) {}

  @Handles(startUpload)
  startUpload(@TheCall() call: SignedInCall<typeof startUpload>) {
    return this.start.run(call.actor, call.body);
  }

  @Handles(listUploads)
  listUploads(@TheCall() call: SignedInCall<typeof listUploads>) {
    return this.list.run(call.actor);
  }

  @Handles(readUpload)
  readUpload(@TheCall() call: SignedInCall<typeof readUpload>) {
    return this.read.run(call.actor, call.params.id);
  }

  @Handles(putChunk)
  putChunk(@TheCall() call: SignedInCall<typeof putChunk>) {
    const part = { n: call.params.n, sha256: call.query.sha256, bytes: call.file };
    return this.receive.run(call.actor, call.params.id, part);
  }

  @Handles(finishUpload)
  finishUpload(@TheCall() call: SignedInCall<typeof finishUpload>) {
    return this.finish.run(call.actor, call.params.id);
  }

  @Handles(discardUpload)
  discardUpload(@TheCall() call: SignedInCall<typeof discardUpload>) {
    return this.discard.run(call.actor, call.params.id);
  }
}
