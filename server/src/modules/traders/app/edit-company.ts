import { Injectable } from '@nestjs/common';
import type { InputOf } from '@qafila/shared/access/endpoint';
import type { Bounds } from '@qafila/shared/traders/bounds';
import { timeZoneOf } from '@qafila/shared/traders/calendar';
import type {
  addAddress,
  CompanyView,
  editCompany,
  limitCompany,
} from '@qafila/shared/traders/company.contract';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { CompanyRepository, type CompanyRow } from '../db/company.repository';
import { MemberRepository } from '../db/member.repository';
import { approvalOf, limitOf } from '../domain/member';
import { assertLimits } from './reach';
import { Spending } from './spending';

type Address = InputOf<typeof addAddress>['body'];
const MOST_ADDRESSES = 30;

/** The company's own page: settings and addresses. Verified facts are read here and changed by an application. */
@Injectable()
export class EditCompany {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly members: MemberRepository,
    private readonly companies: CompanyRepository,
    private readonly spending: Spending,
  ) {}

  read(actor: Actor): Promise<CompanyView> {
    const scope = traderScope(actor);
    return this.unitOfWork.run(scope, (tx) => this.view(tx, scope.companyId));
  }

  edit(actor: Actor, version: number, given: InputOf<typeof editCompany>['body']): Promise<CompanyView> {
    return this.put(actor, version, given);
  }

  /** Limits bind everybody in the company, so an owner sets them. Throws `NOT_ALLOWED`. */
  limit(actor: Actor, version: number, given: InputOf<typeof limitCompany>['body']): Promise<CompanyView> {
    if (!actor.roles.includes('owner')) throw new Problem('NOT_ALLOWED');
    return this.put(actor, version, given);
  }

  addAddress(actor: Actor, given: Address): Promise<{ id: string }> {
    return this.change(actor, async (tx, companyId) => {
      const { addresses } = await this.companies.find(tx, companyId);
      if (addresses.length >= MOST_ADDRESSES)
        throw new Problem('TOO_MANY_ADDRESSES', { most: MOST_ADDRESSES });
      const isDefault = addresses.length === 0;
      const id = await this.companies.addAddress(tx, companyId, { ...given, isDefault });
      await this.record(tx, { event: 'traders.address_added', companyId, id });
      return { id };
    });
  }

  /** A placed order keeps the address it was placed with: an edit makes a successor for everything after. */
  editAddress(actor: Actor, id: string, given: Address): Promise<{ id: string }> {
    return this.change(actor, async (tx, companyId) => {
      const { isDefault } = await this.companies.removeAddress(tx, { companyId, id }, this.clock.now());
      const successor = await this.companies.addAddress(tx, companyId, { ...given, isDefault });
      await this.companies.moveDrafts(tx, { companyId, id }, successor);
      await this.record(tx, { event: 'traders.address_changed', companyId, id: successor });
      return { id: successor };
    });
  }

  preferAddress(actor: Actor, id: string): Promise<{ done: true }> {
    return this.change(actor, async (tx, companyId) => {
      await this.companies.preferAddress(tx, { companyId, id });
      await this.record(tx, { event: 'traders.address_preferred', companyId, id });
      return { done: true };
    });
  }

  removeAddress(actor: Actor, id: string): Promise<{ done: true }> {
    return this.change(actor, async (tx, companyId) => {
      const { isDefault } = await this.companies.removeAddress(tx, { companyId, id }, this.clock.now());
      if (isDefault) throw new Problem('ADDRESS_IS_DEFAULT');
      await this.companies.moveDrafts(tx, { companyId, id }, null);
      await this.record(tx, { event: 'traders.address_removed', companyId, id });
      return { done: true };
    });
  }

  private put(actor: Actor, version: number, given: Partial<Settings>): Promise<CompanyView> {
    return this.change(actor, async (tx, companyId) => {
      const row = await this.companies.find(tx, companyId);
      const before = settingsOf(row);
      const after = { ...before, ...given };
      assertLimits(after, row.currency);
      if (!(await this.companies.put(tx, companyId, { ...after, version })))
        throw new Problem('STALE_RECORD');
      await this.audit.record(tx, {
        event: 'traders.company_changed',
        companyId,
        before: { ...before },
        after,
      });
      return this.view(tx, companyId);
    });
  }

  private change<T>(actor: Actor, work: (tx: Tx, companyId: string) => Promise<T>): Promise<T> {
    const scope = traderScope(actor);
    return this.unitOfWork.run(scope, async (tx) => {
      await this.members.lockCompany(tx, scope.companyId);
      return work(tx, scope.companyId);
    });
  }

  private record(
    tx: Tx,
    what: {
      readonly event:
        | 'traders.address_added'
        | 'traders.address_changed'
        | 'traders.address_preferred'
        | 'traders.address_removed';
      readonly companyId: string;
      readonly id: string;
    },
  ): Promise<void> {
    const { event, companyId, id } = what;
    return this.audit.record(tx, { event, companyId, subject: { kind: 'address', id } });
  }

  private async view(tx: Tx, companyId: string): Promise<CompanyView> {
    const row = await this.companies.find(tx, companyId);
    const { currency } = row;
    const { limit, ...settings } = settingsOf(row);
    return {
      ...factsOf(row),
      ...settings,
      limit: await this.spending.ofCompany(tx, { companyId, currency, zone: settings.timeZone }, limit),
      addresses: row.addresses,
      version: row.version,
    };
  }
}

type Settings = Bounds & InputOf<typeof editCompany>['body'];

const settingsOf = (row: CompanyRow): Settings => ({
  timeZone: row.time_zone ?? timeZoneOf(row.country),
  locale: row.locale ?? (row.country === 'SA' ? 'ar' : 'en'),
  limit: limitOf(row, row.currency),
  approvalLimit: approvalOf(row, row.currency),
});

const factsOf = (row: CompanyRow) => ({
  id: row.id,
  nameLatin: row.name_latin,
  nameArabic: row.name_arabic,
  country: row.country,
  currency: row.currency,
  registrationNumber: row.registration_number,
  vatNumber: row.vat_number,
  state: row.state,
});
