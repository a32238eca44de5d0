import { Controller } from '@nestjs/common';
import { brandLogo, listBrandProfiles } from '@qafila/shared/branding/branding.contract';
import { sendBytes } from '../../../platform/http/bytes';
import { Handles, type SignedInCall, TheCall } from '../../../platform/http/handles';
import { ListProfiles } from '../app/list-profiles';
import { ShowLogo } from '../app/show-logo';

@Controller()
export class BrandingController {
  constructor(
    private readonly list: ListProfiles,
    private readonly logo: ShowLogo,
  ) {}

  @Handles(listBrandProfiles)
  listBrandProfiles(@TheCall() call: SignedInCall<typeof listBrandProfiles>) {
    return this.list.run(call.actor);
  }

  @Handles(brandLogo)
  async brandLogo(@TheCall() call: SignedInCall<typeof brandLogo>) {
    const file = await this.logo.run(call.actor, call.params.id);
    return sendBytes(call.http.reply, { bytes: file.bytes, type: file.contentType });
  }
}
