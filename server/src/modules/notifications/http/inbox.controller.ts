import { Controller } from '@nestjs/common';
import { demoInbox, demoMail, demoMailPage } from '@qafila/shared/notifications/notifications.contract';
import { sendBytes } from '../../../platform/http/bytes';
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

  @Handles(demoMailPage)
  async page(@TheCall() call: Call<typeof demoMailPage>) {
    const { html } = await this.inbox.one(call.params.id);
    return sendBytes(call.http.reply, { bytes: html, type: 'text/html; charset=utf-8', framed: true });
  }
}
