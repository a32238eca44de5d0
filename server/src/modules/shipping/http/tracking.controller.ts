import { Controller } from '@nestjs/common';
import { trackLogo, trackParcel } from '@qafila/shared/shipping/tracking.contract';
import { sendBytes } from '../../../platform/http/bytes';
import { type Call, Handles, TheCall } from '../../../platform/http/handles';
import { ShowTrackingLogo } from '../app/show-tracking-logo';
import { TrackParcel } from '../app/track-parcel';

/** All that the tracking origin answers besides its page. */
@Controller()
export class TrackingController {
  constructor(
    private readonly track: TrackParcel,
    private readonly logo: ShowTrackingLogo,
  ) {}

  @Handles(trackParcel)
  trackParcel(@TheCall() call: Call<typeof trackParcel>) {
    return this.track.run(call.params.token);
  }

  @Handles(trackLogo)
  async trackLogo(@TheCall() call: Call<typeof trackLogo>) {
    const bytes = await this.logo.run(call.params.token);
    return sendBytes(call.http.reply, { bytes, type: 'image/png', cache: 'private' });
  }
}
