import { Controller } from '@nestjs/common';
import {
  approveApplication,
  documentPage,
  giveVerdict,
  listApplications,
  markField,
  readReview,
  rejectApplication,
  releaseApplication,
  requestChanges,
} from '@qafila/shared/traders/application.contract';
import { sendBytes } from '../../../platform/http/bytes';
import { Handles, type SignedInCall, TheCall } from '../../../platform/http/handles';
import { ApproveApplication } from '../app/approve-application';
import { GiveVerdict } from '../app/give-verdict';
import { ListApplications } from '../app/list-applications';
import { MarkField } from '../app/mark-field';
import { ReadReview } from '../app/read-review';
import { RejectApplication } from '../app/reject-application';
import { ReleaseApplication } from '../app/release-application';
import { RequestChanges } from '../app/request-changes';
import { ShowDocument } from '../app/show-document';

/** What staff do with applications. */
@Controller()
export class ReviewController {
  constructor(
    private readonly list: ListApplications,
    private readonly read: ReadReview,
    private readonly show: ShowDocument,
    private readonly verdict: GiveVerdict,
    private readonly mark: MarkField,
    private readonly release: ReleaseApplication,
    private readonly approve: ApproveApplication,
    private readonly changes: RequestChanges,
    private readonly reject: RejectApplication,
  ) {}

  @Handles(listApplications)
  listApplications(@TheCall() call: SignedInCall<typeof listApplications>) {
    return this.list.run(call.actor, call.query);
  }

  @Handles(readReview)
  readReview(@TheCall() call: SignedInCall<typeof readReview>) {
    return this.read.run(call.actor, call.params.id);
  }

  @Handles(documentPage)
  async documentPage(@TheCall() call: SignedInCall<typeof documentPage>) {
    const bytes = await this.show.run(call.actor, call.params);
    return sendBytes(call.http.reply, { bytes, type: 'image/png' });
  }

  @Handles(giveVerdict)
  giveVerdict(@TheCall() call: SignedInCall<typeof giveVerdict>) {
    return this.verdict.run(call.actor, { ...call.params, version: call.version }, call.body);
  }

  @Handles(markField)
  markField(@TheCall() call: SignedInCall<typeof markField>) {
    return this.mark.run(call.actor, { ...call.params, version: call.version }, call.body);
  }

  @Handles(releaseApplication)
  releaseApplication(@TheCall() call: SignedInCall<typeof releaseApplication>) {
    return this.release.run(call.actor, { id: call.params.id, version: call.version });
  }

  @Handles(approveApplication)
  approveApplication(@TheCall() call: SignedInCall<typeof approveApplication>) {
    return this.approve.run(call.actor, { id: call.params.id, version: call.version }, call.body);
  }

  @Handles(requestChanges)
  requestChanges(@TheCall() call: SignedInCall<typeof requestChanges>) {
    return this.changes.run(call.actor, { id: call.params.id, version: call.version });
  }

  @Handles(rejectApplication)
  rejectApplication(@TheCall() call: SignedInCall<typeof rejectApplication>) {
    return this.reject.run(call.actor, { id: call.params.id, version: call.version }, call.body);
  }
}
