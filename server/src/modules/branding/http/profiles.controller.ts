import { Controller } from '@nestjs/common';
import {
  createProfile,
  listProfileCards,
  listProfileVersions,
  moveProfile,
  previewProfile,
  readProfile,
  recordConsent,
  saveProfile,
} from '@qafila/shared/branding/profiles.contract';
import { Handles, type SignedInCall, TheCall } from '../../../platform/http/handles';
import { CreateProfile } from '../app/create-profile';
import { ListProfileCards } from '../app/list-profile-cards';
import { ListProfileVersions } from '../app/list-profile-versions';
import { MoveProfile } from '../app/move-profile';
import { PreviewProfile } from '../app/preview-profile';
import { ReadProfile } from '../app/read-profile';
import { RecordConsent } from '../app/record-consent';
import { SaveProfile } from '../app/save-profile';

@Controller()
export class ProfilesController {
  constructor(
    private readonly cards: ListProfileCards,
    private readonly create: CreateProfile,
    private readonly read: ReadProfile,
    private readonly save: SaveProfile,
    private readonly move: MoveProfile,
    private readonly versions: ListProfileVersions,
    private readonly preview: PreviewProfile,
    private readonly consent: RecordConsent,
  ) {}

  @Handles(listProfileCards)
  listProfileCards(@TheCall() call: SignedInCall<typeof listProfileCards>) {
    return this.cards.run(call.actor);
  }

  @Handles(createProfile)
  createProfile(@TheCall() call: SignedInCall<typeof createProfile>) {
    return this.create.run(call.actor, call.body);
  }

  @Handles(readProfile)
  readProfile(@TheCall() call: SignedInCall<typeof readProfile>) {
    return this.read.run(call.actor, call.params.id);
  }

  @Handles(saveProfile)
  saveProfile(@TheCall() call: SignedInCall<typeof saveProfile>) {
    return this.save.run(call.actor, { id: call.params.id, version: call.version }, call.body);
  }

  @Handles(moveProfile)
  moveProfile(@TheCall() call: SignedInCall<typeof moveProfile>) {
    return this.move.run(call.actor, call.params.id, call.body.step);
  }

  @Handles(listProfileVersions)
  listProfileVersions(@TheCall() call: SignedInCall<typeof listProfileVersions>) {
    return this.versions.run(call.actor, call.params.id, call.query);
  }

  @Handles(previewProfile)
  previewProfile(@TheCall() call: SignedInCall<typeof previewProfile>) {
    return this.preview.run(call.actor, call.body);
  }

  @Handles(recordConsent)
  recordConsent(@TheCall() call: SignedInCall<typeof recordConsent>) {
    return this.consent.run(call.actor, call.params.id, call.body);
  }
}
