import { Controller } from '@nestjs/common';
import { demoInbox, demoMail } from '@qafila/shared/notifications/notifications.contract';
import { type Call, Handles, TheCall } from '../../../platform/http/handles';
import { ReadInbox } from '../app/read-inbox';

/** The inbox page of demo and test mode; production answers 404. */
@Controller()
export class InboxController {
  constructor(private readonly inbox: ReadInbox) {}

  @Handles(demoInbox)
  list() {
    return this.inbox.list();
  }

  @Handles(demoMail)
  one(@TheCall() call: Call<typeof demoMail>) {
    return this.inbox.one(call.params.id);
  }
}
