import { Controller } from '@nestjs/common';
import {
  approveAccount,
  editSeller,
  proposeAccount,
  readSeller,
  withdrawAccount,
} from '@qafila/shared/store/seller.contract';
import { Handles, type SignedInCall, TheCall } from '../../../platform/http/handles';
import { DecideAccount } from '../app/decide-account';
import { EditSeller } from '../app/edit-seller';
import { ProposeAccount } from '../app/propose-account';
import { ReadSeller } from '../app/read-seller';

/** The seller and its account. */
@Controller()
export class SellerController {
  constructor(
    private readonly read: ReadSeller,
    private readonly edit: EditSeller,
    private readonly propose: ProposeAccount,
    private readonly decide: DecideAccount,
  ) {}

  @Handles(readSeller)
  readSeller(@TheCall() call: SignedInCall<typeof readSeller>) {
    return this.read.run(call.actor);
  }

  @Handles(editSeller)
  editSeller(@TheCall() call: SignedInCall<typeof editSeller>) {
    return this.edit.run(call.actor, { version: call.version, identity: call.body });
  }

  @Handles(proposeAccount)
  proposeAccount(@TheCall() call: SignedInCall<typeof proposeAccount>) {
    return this.propose.run(call.actor, call.body);
  }

  @Handles(approveAccount)
  approveAccount(@TheCall() call: SignedInCall<typeof approveAccount>) {
    return this.decide.approve(call.actor, { id: call.params.id, iban: call.body.iban });
  }

  @Handles(withdrawAccount)
  withdrawAccount(@TheCall() call: SignedInCall<typeof withdrawAccount>) {
    return this.decide.withdraw(call.actor, call.params.id);
  }
}
