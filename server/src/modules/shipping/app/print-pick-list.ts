import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Clock } from '../../../platform/clock/clock';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { Catalogue, type VariantFacts } from '../../catalogue/catalogue.api';
import { Orders } from '../../ordering/ordering.api';
import { ConsignmentRepository } from '../db/consignment.repository';
import { ItemRepository } from '../db/item.repository';
import type { ConsignmentItem } from '../domain/consignment';
import { type PickLine, type PickListView, renderPickLists } from '../papers/pick-list';

/** A picker carries no more paper at once. */
const MOST_PARCELS = 100;

/** The sheets of the parcels to pick, a parcel on its own sheet, its goods in the order of the shelves. */
@Injectable()
export class PrintPickList {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly consignments: ConsignmentRepository,
    private readonly items: ItemRepository,
    private readonly catalogue: Catalogue,
    private readonly orders: Orders,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, locale: 'ar' | 'en'): Promise<Buffer> {
    const views = await this.unitOfWork.run(staffScope(actor), (tx) => this.viewsOf(tx, locale));
    return renderPickLists(views, { now: this.clock.now(), locale });
  }

  private async viewsOf(tx: Tx, locale: 'ar' | 'en'): Promise<PickListView[]> {
    const page = { after: null, limit: MOST_PARCELS };
    const parcels = await this.consignments.queue(tx, ['planned', 'picking'], page);
    const items = await this.items.ofMany(tx, parcels);
    const variantIds = [...items.values()].flatMap((own) => own.map((item) => item.variantId));
    const variants = await this.catalogue.variantsOf(tx, [...new Set(variantIds)]);
    const orders = await this.orders.factsOf(tx, [...new Set(parcels.map((parcel) => parcel.orderId))]);
    const codes = new Map(orders.map((order) => [order.orderId, order.code]));
    return parcels.map((parcel) => ({
      locale,
      brandCode: parcel.brand.code,
      parcelCode: parcel.parcelCode,
      orderCode: codes.get(parcel.orderId) ?? '',
      lines: (items.get(parcel.id) ?? [])
        .flatMap((item) => lineOf(item, variants.get(item.variantId), locale))
        .sort((a, b) => a.shelf.localeCompare(b.shelf)),
    }));
  }
}

function lineOf(item: ConsignmentItem, variant: VariantFacts | undefined, locale: 'ar' | 'en'): PickLine[] {
  if (!variant) return [];
  const { shelf, sku, name, size } = variant;
  return [{ shelf, sku, name: name[locale], variant: size[locale], quantity: item.quantity }];
}
