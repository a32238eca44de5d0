import { Controller } from '@nestjs/common';
import {
  createPackaging,
  getPackaging,
  getPackagingVersion,
  listPackaging,
  movePackaging,
  packagingDieline,
  savePackaging,
} from '@qafila/shared/branding/packaging.contract';
import { sendBytes } from '../../../platform/http/bytes';
import { Handles, type SignedInCall, TheCall } from '../../../platform/http/handles';
import { CreatePackaging } from '../app/create-packaging';
import { DrawPackaging } from '../app/draw-packaging';
import { ListPackaging } from '../app/list-packaging';
import { MovePackaging } from '../app/move-packaging';
import { ReadPackaging } from '../app/read-packaging';
import { ReadPackagingVersion } from '../app/read-packaging-version';
import { SavePackaging } from '../app/save-packaging';

@Controller()
export class PackagingController {
  constructor(
    private readonly list: ListPackaging,
    private readonly create: CreatePackaging,
    private readonly read: ReadPackaging,
    private readonly version: ReadPackagingVersion,
    private readonly save: SavePackaging,
    private readonly move: MovePackaging,
    private readonly draw: DrawPackaging,
  ) {}

  @Handles(listPackaging)
  listPackaging(@TheCall() call: SignedInCall<typeof listPackaging>) {
    return this.list.run(call.actor, call.query.archived === 'true');
  }

  @Handles(createPackaging)
  createPackaging(@TheCall() call: SignedInCall<typeof createPackaging>) {
    return this.create.run(call.actor, call.body);
  }

  @Handles(getPackaging)
  getPackaging(@TheCall() call: SignedInCall<typeof getPackaging>) {
    return this.read.run(call.actor, call.params.id);
  }

  @Handles(getPackagingVersion)
  getPackagingVersion(@TheCall() call: SignedInCall<typeof getPackagingVersion>) {
    return this.version.run(call.actor, call.params);
  }

  @Handles(savePackaging)
  savePackaging(@TheCall() call: SignedInCall<typeof savePackaging>) {
    return this.save.run(call.actor, { id: call.params.id, version: call.version }, call.body);
  }

  @Handles(movePackaging)
  movePackaging(@TheCall() call: SignedInCall<typeof movePackaging>) {
    return this.move.run(call.actor, { id: call.params.id, version: call.version }, call.body.step);
  }

  @Handles(packagingDieline)
  async packagingDieline(@TheCall() call: SignedInCall<typeof packagingDieline>) {
    const { name, text } = await this.draw.run(call.actor, call.params.id);
    return sendBytes(call.http.reply, { bytes: text, type: 'image/svg+xml', savedAs: `${name}.svg` });
  }
}
