import { Module } from '@nestjs/common';
import { ApplyAccount } from './app/apply-account';
import { ChangeRole } from './app/change-role';
import { DecideAccount } from './app/decide-account';
import { EditSeller } from './app/edit-seller';
import { InviteStaff } from './app/invite-staff';
import { JoinStaff } from './app/join-staff';
import { ProposeAccount } from './app/propose-account';
import { ReadSeller } from './app/read-seller';
import { ReadStaff } from './app/read-staff';
import { SetRole } from './app/set-role';
import { StoreMails } from './app/store-mails';
import { SuspendStaff } from './app/suspend-staff';
import { AccountChangeRepository } from './db/account-change.repository';
import { RoleChangeRepository } from './db/role-change.repository';
import { SellerSettingsRepository } from './db/seller-settings.repository';
import { StaffRepository } from './db/staff.repository';
import { StaffInvitationRepository } from './db/staff-invitation.repository';
import { SellerController } from './http/seller.controller';
import { StaffController } from './http/staff.controller';
import { SecondPeople } from './store.api';

/** The seller's settings and the store's own people. */
@Module({
  controllers: [SellerController, StaffController],
  providers: [
    SellerSettingsRepository,
    AccountChangeRepository,
    StaffRepository,
    RoleChangeRepository,
    StaffInvitationRepository,
    ReadSeller,
    EditSeller,
    ProposeAccount,
    DecideAccount,
    ApplyAccount,
    ReadStaff,
    InviteStaff,
    JoinStaff,
    SetRole,
    ChangeRole,
    SuspendStaff,
    StoreMails,
    SecondPeople,
  ],
  exports: [SecondPeople],
})
export class StoreModule {}
