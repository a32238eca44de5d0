import { Injectable } from '@nestjs/common';
import type { ProfileContent } from '@qafila/shared/branding/profile-content';
import type { UnitPrice } from '@qafila/shared/kernel/money';
import type { Tx } from '../../platform/database/unit-of-work';
import { Files, type StoredFile } from '../../platform/files/files';
import { BrandRepository } from './db/brand.repository';

/** A brand profile as parcels, slips and tracking pages need it. */
export interface BrandFacts {
  readonly companyId: string;
  readonly id: string;
  /** Random code that stands for the brand where the trader's name must not. */
  readonly brandCode: string;
  readonly nameLatin: string;
  readonly nameArabic: string | null;
  readonly ink: string;
  readonly accent: string;
  readonly logoFileId: string | null;
  /** The logo in one colour, for label printers. */
  readonly monoFileId: string | null;
  readonly replyEmail: string;
  /** Sender address as printed on the parcel. */
  readonly returnLines: readonly string[];
  /** Everything this version says. */
  readonly content: ProfileContent;
  readonly isActive: boolean;
  readonly version: number;
}
/** A production spec as orders and the packing station need it. */
export interface SpecFacts {
  readonly companyId: string;
  readonly id: string;
  readonly brandProfileId: string;
  readonly code: string;
  readonly name: string;
  readonly version: number;
  /** Price of dressing one piece. */
  readonly unitPrice: UnitPrice;
  /** Fewest pieces of one order that are dressed by it. */
  readonly minimumPieces: number;
  /** Working days from a confirmed order to dressed goods. */
  readonly leadDays: number;
  /** Version of the brand profile that was signed; `null` for a spec that came without a proof. */
  readonly brandVersion: number | null;
  /** Locked or released: production may use it. */
  readonly isLocked: boolean;
  /** Products this spec dresses. */
  readonly productIds: readonly string[];
}

/** The door of branding: profiles, production specs and logos of one company. */
@Injectable()
export class Branding {
  constructor(
    private readonly brands: BrandRepository,
    private readonly files: Files,
  ) {}

  /** Active profiles of a company, by name. */
  activeProfiles(tx: Tx, companyId: string): Promise<BrandFacts[]> {
    return this.brands.activeProfiles(tx, companyId);
  }

  /** Profiles by id, in whatever state; unknown and foreign ids are left out. */
  async profilesOf(tx: Tx, companyId: string, ids: readonly string[]): Promise<Map<string, BrandFacts>> {
    return byId(await this.brands.profiles(tx, companyId, ids));
  }

  /** One version of a profile, as an order was placed under it; `undefined` for one that is not there. */
  versionOf(
    tx: Tx,
    companyId: string,
    at: { readonly profileId: string; readonly version: number },
  ): Promise<BrandFacts | undefined> {
    return this.brands.version(tx, companyId, at);
  }

  /**
   * What an order placed now ships under: the chosen profile if it is active, for none chosen the company's first
   * active one; `null` when there is none. Nobody saves another version until this transaction ends.
   */
  inForce(
    tx: Tx,
    companyId: string,
    profileId: string | null,
  ): Promise<{ readonly profileId: string; readonly version: number } | null> {
    return this.brands.inForce(tx, companyId, profileId);
  }

  /** Specs by id, in whatever state; unknown and foreign ids are left out. No statement for no ids. */
  async specsOf(tx: Tx, companyId: string, ids: readonly string[]): Promise<Map<string, SpecFacts>> {
    return byId(await this.brands.specs(tx, companyId, ids));
  }

  /** Of these products, those a brief or an unchecked spec of the company is under way for. No statement for none. */
  async underWay(tx: Tx, companyId: string, productIds: readonly string[]): Promise<ReadonlySet<string>> {
    return new Set(await this.brands.underWay(tx, companyId, productIds));
  }

  /** The logo file of a profile; `null` when it has none. */
  async logoOf(tx: Tx, brand: Pick<BrandFacts, 'logoFileId'>): Promise<StoredFile | null> {
    return brand.logoFileId === null ? null : this.files.read(tx, brand.logoFileId);
  }
}

const byId = <T extends { readonly id: string }>(list: readonly T[]): Map<string, T> =>
  new Map(list.map((each) => [each.id, each]));
