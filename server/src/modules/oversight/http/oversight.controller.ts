import { Controller } from '@nestjs/common';
import { auditTrail, companyTrail, staffToday } from '@qafila/shared/oversight/oversight.contract';
import { Handles, type SignedInCall, TheCall } from '../../../platform/http/handles';
import { ListAudit } from '../app/list-audit';
import { ListTrail } from '../app/list-trail';
import { ReadToday } from '../app/read-today';

@Controller()
export class OversightController {
  constructor(
    private readonly today: ReadToday,
    private readonly audit: ListAudit,
    private readonly trail: ListTrail,
  ) {}

  @Handles(staffToday)
  staffToday(@TheCall() call: SignedInCall<typeof staffToday>) {
    return this.today.run(call.actor);
  }

  @Handles(auditTrail)
  auditTrail(@TheCall() call: SignedInCall<typeof auditTrail>) {
    return this.audit.run(call.actor, call.query);
  }

  @Handles(companyTrail)
  companyTrail(@TheCall() call: SignedInCall<typeof companyTrail>) {
    return this.trail.run(call.actor, call.query);
  }
}
