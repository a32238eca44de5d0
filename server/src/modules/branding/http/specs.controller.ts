import { Controller, Res } from '@nestjs/common';
import {
  designSpec,
  designSpecSheet,
  designSpecs,
  listSpecs,
  lockSpec,
  readSpec,
  refuseSpec,
  retireSpec,
  specSheet,
} from '@qafila/shared/branding/production-specs.contract';
import type { FastifyReply } from 'fastify';
import { sendBytes } from '../../../platform/http/bytes';
import { Handles, type SignedInCall, TheCall } from '../../../platform/http/handles';
import { DrawSpecSheet } from '../app/draw-spec-sheet';
import { ListDesignSpecs } from '../app/list-design-specs';
import { ListSpecs } from '../app/list-specs';
import { LockSpec } from '../app/lock-spec';
import { ReadDesignSpec } from '../app/read-design-spec';
import { ReadSpec } from '../app/read-spec';
import { RefuseSpec } from '../app/refuse-spec';
import { RetireSpec } from '../app/retire-spec';

/** Production specs, for their trader and for the technical check. */
@Controller()
export class SpecsController {
  constructor(
    private readonly list: ListSpecs,
    private readonly read: ReadSpec,
    private readonly retire: RetireSpec,
    private readonly listDesign: ListDesignSpecs,
    private readonly readDesign: ReadDesignSpec,
    private readonly lock: LockSpec,
    private readonly refuse: RefuseSpec,
    private readonly sheet: DrawSpecSheet,
  ) {}

  @Handles(listSpecs)
  listSpecs(@TheCall() call: SignedInCall<typeof listSpecs>) {
    return this.list.run(call.actor, call.query);
  }

  @Handles(readSpec)
  readSpec(@TheCall() call: SignedInCall<typeof readSpec>) {
    return this.read.run(call.actor, call.params.id);
  }

  @Handles(specSheet)
  async specSheet(
    @TheCall() call: SignedInCall<typeof specSheet>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { name, bytes } = await this.sheet.run(call.actor, call.params.id, call.query.lang);
    return sendBytes(reply, { bytes, type: 'application/pdf', name });
  }

  @Handles(retireSpec)
  retireSpec(@TheCall() call: SignedInCall<typeof retireSpec>) {
    return this.retire.run(call.actor, { id: call.params.id, version: call.version });
  }

  @Handles(designSpecs)
  designSpecs(@TheCall() call: SignedInCall<typeof designSpecs>) {
    return this.listDesign.run(call.actor, call.query);
  }

  @Handles(designSpec)
  designSpec(@TheCall() call: SignedInCall<typeof designSpec>) {
    return this.readDesign.run(call.actor, call.params.id);
  }

  @Handles(designSpecSheet)
  async designSpecSheet(
    @TheCall() call: SignedInCall<typeof designSpecSheet>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { name, bytes } = await this.sheet.run(call.actor, call.params.id, call.query.lang);
    return sendBytes(reply, { bytes, type: 'application/pdf', name });
  }

  @Handles(lockSpec)
  lockSpec(@TheCall() call: SignedInCall<typeof lockSpec>) {
    return this.lock.run(call.actor, { id: call.params.id, version: call.version }, call.body.checks);
  }

  @Handles(refuseSpec)
  refuseSpec(@TheCall() call: SignedInCall<typeof refuseSpec>) {
    return this.refuse.run(call.actor, { id: call.params.id, version: call.version }, call.body.reason);
  }
}
