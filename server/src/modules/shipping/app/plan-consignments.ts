import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { BlindIndex } from '../../../platform/crypto/blind-index';
import { FieldCipher, type Sealer } from '../../../platform/crypto/field-cipher';
import type { Tx } from '../../../platform/database/unit-of-work';
import { newId, newPublicCode, newSecret } from '../../../platform/ids/new-id';
import { type BrandFacts, Branding } from '../../branding/branding.api';
import { Catalogue } from '../../catalogue/catalogue.api';
import { type OrderForShipping, Orders } from '../../ordering/ordering.api';
import { type NewParcel, NewParcelRepository, type ParcelOrder } from '../db/new-parcel.repository';
import { snapshotOf } from '../domain/brand-snapshot';
import type { BrandSnapshot } from '../domain/consignment';
import { type PlannedParcel, planParcels } from '../domain/parcel-plan';
import { recipientPlace, tokenPlace } from '../domain/sealed-places';

/** 128 bits: nobody guesses a tracking link. */
const TOKEN_BYTES = 16;
const NEUTRAL = { ink: '#1f1a14', accent: '#6b6459' } as const;

/** Grams of one piece and code of the spec that dresses it. */
interface GoodsFacts {
  readonly gramsOf: (variantId: string) => number;
  readonly specCodeOf: (specId: string | null) => string | null;
}

/** Plans the parcels of an order that is paid: the recipient sealed, the brand as it was when it was placed. Once for each order, and anew where its parcels were cancelled with it. */
@Injectable()
export class PlanConsignments {
  constructor(
    private readonly orders: Orders,
    private readonly branding: Branding,
    private readonly catalogue: Catalogue,
    private readonly parcels: NewParcelRepository,
    private readonly cipher: FieldCipher,
    private readonly index: BlindIndex,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async run(tx: Tx, companyId: string, orderId: string): Promise<void> {
    if (await this.parcels.isPlanned(tx, companyId, orderId)) return;
    const order = await this.orders.forShipping(tx, companyId, orderId);
    const planned = planParcels(order).filter((parcel) => parcel.items.length > 0);
    if (planned.length === 0) return;
    const goods = await this.goodsOf(tx, order);
    const sealer = await this.cipher.sealerFor(companyId);
    const made = planned.map((parcel, at) => this.parcelOf(parcel, { position: at + 1, sealer, goods }));
    await this.parcels.insert(tx, await this.sharedBy(tx, order), made);
    await this.audit.record(tx, {
      event: 'shipping.consignments_planned',
      companyId,
      subject: { kind: 'order', id: orderId },
      after: { parcels: made.length },
    });
  }

  private async sharedBy(tx: Tx, order: OrderForShipping): Promise<ParcelOrder> {
    const { companyId, orderId } = order;
    const brand = await this.brandOf(tx, order);
    return {
      companyId,
      orderId,
      brandProfileId: brand?.id ?? null,
      brand: brand ? snapshotOf(brand) : neutralBrand(order),
      logoFileId: brand?.logoFileId ?? null,
      confirmedAt: order.confirmedAt ?? this.clock.now(),
    };
  }

  /** The version the order was placed under; what its profile says since makes no difference. */
  private async brandOf(tx: Tx, { companyId, shipsAs }: OrderForShipping): Promise<BrandFacts | undefined> {
    return shipsAs === null ? undefined : this.branding.versionOf(tx, companyId, shipsAs);
  }

  private async goodsOf(tx: Tx, order: OrderForShipping): Promise<GoodsFacts> {
    const specIds = [...new Set(order.lines.flatMap(({ specId }) => specId ?? []))];
    const variantIds = order.lines.map((line) => line.variantId);
    const variants = await this.catalogue.variantsOf(tx, variantIds);
    const specs = await this.branding.specsOf(tx, order.companyId, specIds);
    return {
      gramsOf: (variantId) => variants.get(variantId)?.weightGrams ?? 0,
      specCodeOf: (specId) => (specId === null ? null : (specs.get(specId)?.code ?? null)),
    };
  }

  private parcelOf(
    parcel: PlannedParcel,
    given: { readonly position: number; readonly sealer: Sealer; readonly goods: GoodsFacts },
  ): NewParcel {
    const { sealer, goods, position } = given;
    const id = newId();
    const token = newSecret(TOKEN_BYTES);
    const items = parcel.items.map(({ variantId, lineId, quantity, pack, specId }) => {
      return { variantId, lineId, quantity, pack, specCode: goods.specCodeOf(specId) };
    });
    return {
      id,
      position,
      parcelCode: newPublicCode(),
      locale: parcel.locale,
      recipientEnc: sealer.seal(recipientPlace(id), JSON.stringify(parcel.recipient)),
      tokenEnc: sealer.seal(tokenPlace(id), token),
      tokenHash: this.index.ofToken(token),
      pieces: items.reduce((sum, item) => sum + item.quantity, 0),
      goodsGrams: items.reduce((sum, item) => sum + item.quantity * goods.gramsOf(item.variantId), 0),
      items,
    };
  }
}

/** A company without a brand sends to its own warehouse under its own name. */
function neutralBrand({ destination }: OrderForShipping): BrandSnapshot {
  if (!destination) throw new Error('Parcels to recipients need a brand');
  const { nameLatin, nameArabic, lines } = destination;
  return { code: newPublicCode(), nameLatin, nameArabic, ...NEUTRAL, replyEmail: '', returnLines: lines };
}
