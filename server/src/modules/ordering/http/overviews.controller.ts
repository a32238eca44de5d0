import { Controller } from '@nestjs/common';
import { staffOrders, traderHome } from '@qafila/shared/ordering/ordering.contract';
import { Handles, type SignedInCall, TheCall } from '../../../platform/http/handles';
import { ListStaffOrders } from '../app/list-staff-orders';
import { TraderHome } from '../app/trader-home';

/** What is next, for traders; all orders, for staff. */
@Controller()
export class OverviewsController {
  constructor(
    private readonly home: TraderHome,
    private readonly list: ListStaffOrders,
  ) {}

  @Handles(traderHome)
  traderHome(@TheCall() call: SignedInCall<typeof traderHome>) {
    return this.home.run(call.actor);
  }

  @Handles(staffOrders)
  staffOrders(@TheCall() call: SignedInCall<typeof staffOrders>) {
    return this.list.run(call.actor, call.query);
  }
}
