import { Global, Module } from '@nestjs/common';
import { Approvers } from '../branding/briefs.api';
import { OwnRoles } from '../identity/identity.api';
import { OrderingModule } from '../ordering/ordering.module';
import { AcceptInvitation } from './app/accept-invitation';
import { ChangeMember } from './app/change-member';
import { ChooseRoles } from './app/choose-roles';
import { EditCompany } from './app/edit-company';
import { EditOwnRoles } from './app/edit-own-roles';
import { InvitationMail } from './app/invitation-mail';
import { InviteMember } from './app/invite-member';
import { ListPeople } from './app/list-people';
import { PartMember } from './app/part-member';
import { ProofApprovers } from './app/proof-approvers';
import { VoidInvitations } from './app/void-invitations';
import { CompanyRepository } from './db/company.repository';
import { InvitationRepository } from './db/invitation.repository';
import { MemberRepository } from './db/member.repository';
import { OwnRoleRepository } from './db/own-role.repository';
import { CompanyController } from './http/company.controller';
import { MembersController } from './http/members.controller';
import { MembersListener } from './jobs/members.listener';
import { LimitsModule } from './limits.module';

/** Company and people of a trader. Global: identity asks for `OwnRoles`, branding for `Approvers`, without knowing us. */
@Global()
@Module({
  imports: [OrderingModule, LimitsModule],
  controllers: [MembersController, CompanyController],
  providers: [
    MemberRepository,
    OwnRoleRepository,
    InvitationRepository,
    CompanyRepository,
    ChooseRoles,
    InvitationMail,
    VoidInvitations,
    InviteMember,
    AcceptInvitation,
    ListPeople,
    ChangeMember,
    PartMember,
    EditOwnRoles,
    EditCompany,
    MembersListener,
    ProofApprovers,
    { provide: OwnRoles, useExisting: EditOwnRoles },
    { provide: Approvers, useExisting: ProofApprovers },
  ],
  exports: [OwnRoles, Approvers],
})
export class MembersModule {}
