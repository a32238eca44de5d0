import { Controller } from '@nestjs/common';
import {
  acceptTerms,
  applyAgain,
  ownDocumentPage,
  readApplication,
  renewDocument,
  saveItem,
  submitApplication,
  uploadDocument,
} from '@qafila/shared/traders/application.contract';
import { sendBytes } from '../../../platform/http/bytes';
import { Handles, type SignedInCall, TheCall } from '../../../platform/http/handles';
import { AcceptTerms } from '../app/accept-terms';
import { ApplyAgain } from '../app/apply-again';
import { BeginRenewal } from '../app/begin-renewal';
import { ReadApplication } from '../app/read-application';
import { SaveItem } from '../app/save-item';
import { ShowOwnDocument } from '../app/show-own-document';
import { SubmitApplication } from '../app/submit-application';
import { UploadDocument } from '../app/upload-document';

/** What a company does with its own application. */
@Controller()
export class ApplicationController {
  constructor(
    private readonly read: ReadApplication,
    private readonly save: SaveItem,
    private readonly upload: UploadDocument,
    private readonly show: ShowOwnDocument,
    private readonly terms: AcceptTerms,
    private readonly submit: SubmitApplication,
    private readonly again: ApplyAgain,
    private readonly renew: BeginRenewal,
  ) {}

  @Handles(readApplication)
  readApplication(@TheCall() call: SignedInCall<typeof readApplication>) {
    return this.read.run(call.actor);
  }

  @Handles(saveItem)
  saveItem(@TheCall() call: SignedInCall<typeof saveItem>) {
    const at = { kind: call.params.kind, version: call.version };
    return this.save.run(call.actor, at, call.body.values);
  }

  @Handles(uploadDocument)
  uploadDocument(@TheCall() call: SignedInCall<typeof uploadDocument>) {
    return this.upload.run(call.actor, { kind: call.params.kind, name: call.query.name }, call.file);
  }

  @Handles(ownDocumentPage)
  async ownDocumentPage(@TheCall() call: SignedInCall<typeof ownDocumentPage>) {
    const bytes = await this.show.run(call.actor, call.params);
    return sendBytes(call.http.reply, { bytes, type: 'image/png' });
  }

  @Handles(acceptTerms)
  acceptTerms(@TheCall() call: SignedInCall<typeof acceptTerms>) {
    return this.terms.run(call.actor, call.body);
  }

  @Handles(submitApplication)
  submitApplication(@TheCall() call: SignedInCall<typeof submitApplication>) {
    return this.submit.run(call.actor, call.version);
  }

  @Handles(applyAgain)
  applyAgain(@TheCall() call: SignedInCall<typeof applyAgain>) {
    return this.again.run(call.actor);
  }

  @Handles(renewDocument)
  renewDocument(@TheCall() call: SignedInCall<typeof renewDocument>) {
    return this.renew.run(call.actor, call.params.kind);
  }
}
