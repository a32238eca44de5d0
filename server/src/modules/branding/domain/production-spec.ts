import type { BrandProfileState, ProductionSpecState } from '@qafila/shared/branding/branding.lifecycle';
import type { UnitPrice } from '@qafila/shared/kernel/money';
import type { Signed } from './approval';

/** What was signed, of a spec that came of an approval: it always has a packaging and a price. */
export type SignedSpec = Signed & {
  readonly packaging: NonNullable<Signed['packaging']>;
  readonly terms: NonNullable<Signed['terms']>;
};
export interface ProductionSpec {
  readonly companyId: string;
  readonly id: string;
  readonly brandProfileId: string;
  readonly code: string;
  readonly name: string;
  readonly state: ProductionSpecState;
  readonly revision: number;
  readonly unitPrice: UnitPrice;
  readonly minimumPieces: number;
  readonly leadDays: number;
  readonly contentHash: string;
  /** `null` for a spec that came without a proof. */
  readonly content: SignedSpec | null;
  readonly briefId: string | null;
  readonly proofId: string | null;
  /** Who made the proof. */
  readonly madeBy: string | null;
  readonly maker: string | null;
  readonly madeAt: Date;
  readonly lockedAt: Date | null;
  readonly checkedAt: Date | null;
  readonly checker: string | null;
  readonly refusedFor: string | null;
  readonly releasedAt: Date | null;
  /** The order it came into production for. */
  readonly releasedFor: string | null;
  readonly retiredAt: Date | null;
  /** Of the profile today, whatever it was when the spec was signed. */
  readonly brandState: BrandProfileState;
  readonly brand: {
    readonly code: string;
    readonly nameLatin: string;
    readonly nameArabic: string | null;
  };
  readonly products: readonly { readonly id: string; readonly name: Readonly<Record<string, string>> }[];
}

/** What the records say of a spec when it is checked. */
export interface SpecEvidence {
  readonly isFileSame: boolean;
  readonly isPackagingSame: boolean;
  readonly isContentSame: boolean;
  readonly areProductsSame: boolean;
  /** Approvals of exactly this content. */
  readonly approvals: number;
  readonly approvalsNeeded: number;
}
/** True when file, packaging, content, products and approvals are those that were signed. */
export const isAsSigned = (evidence: SpecEvidence): boolean =>
  evidence.isFileSame &&
  evidence.isPackagingSame &&
  evidence.isContentSame &&
  evidence.areProductsSame &&
  evidence.approvals >= evidence.approvalsNeeded;
