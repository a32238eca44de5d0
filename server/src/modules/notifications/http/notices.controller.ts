import { Controller } from '@nestjs/common';
import {
  countNotices,
  getWishes,
  listNotices,
  putWishes,
  readAllNotices,
  readNotice,
} from '@qafila/shared/notifications/notifications.contract';
import { Handles, type SignedInCall, TheCall } from '../../../platform/http/handles';
import { ChooseWishes } from '../app/choose-wishes';
import { ReadNotices } from '../app/read-notices';

/** A person's inbox and how he wants to hear of things. */
@Controller()
export class NoticesController {
  constructor(
    private readonly notices: ReadNotices,
    private readonly wishes: ChooseWishes,
  ) {}

  @Handles(listNotices)
  list(@TheCall() call: SignedInCall<typeof listNotices>) {
    return this.notices.list(call.actor, call.query);
  }

  @Handles(countNotices)
  count(@TheCall() call: SignedInCall<typeof countNotices>) {
    return this.notices.count(call.actor);
  }

  @Handles(readNotice)
  read(@TheCall() call: SignedInCall<typeof readNotice>) {
    return this.notices.read(call.actor, call.params.id);
  }

  @Handles(readAllNotices)
  readAll(@TheCall() call: SignedInCall<typeof readAllNotices>) {
    return this.notices.read(call.actor, null);
  }

  @Handles(getWishes)
  getWishes(@TheCall() call: SignedInCall<typeof getWishes>) {
    return this.wishes.read(call.actor);
  }

  @Handles(putWishes)
  putWishes(@TheCall() call: SignedInCall<typeof putWishes>) {
    return this.wishes.put(call.actor, call.body);
  }
}
