import { Injectable } from '@nestjs/common';
import type { ParcelView } from '@qafila/shared/shipping/shipping.contract';
import { expectedWeight } from '@qafila/shared/shipping/shipping.rules';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Catalogue, type VariantFacts } from '../../catalogue/catalogue.api';
import { Orders } from '../../ordering/ordering.api';
import { ConsignmentRepository } from '../db/consignment.repository';
import { ItemRepository } from '../db/item.repository';
import { PaperRepository } from '../db/paper.repository';
import type { Consignment, ConsignmentItem } from '../domain/consignment';
import { actionsOf, factsOf } from '../domain/parcel-steps';
import { rowOf, UNFINISHED } from '../domain/queue-row';

/** A parcel as the packer has it in hand: no price, no recipient. Every step answers with it. */
@Injectable()
export class ParcelReader {
  constructor(
    private readonly consignments: ConsignmentRepository,
    private readonly items: ItemRepository,
    private readonly papers: PaperRepository,
    private readonly catalogue: Catalogue,
    private readonly orders: Orders,
  ) {}

  async view(tx: Tx, id: string): Promise<ParcelView> {
    const parcel = await this.consignments.byId(tx, id);
    const items = await this.items.of(tx, parcel);
    const variantIds = items.map((item) => item.variantId);
    const variants = await this.catalogue.variantsOf(tx, variantIds);
    const [order] = await this.orders.factsOf(tx, [parcel.orderId]);
    const isBlocked = parcel.scan?.verdict === 'blocked';
    const leakSurface = isBlocked ? await this.papers.leakSurface(tx, parcel) : undefined;
    const facts = factsOf(parcel, items, { measuredGrams: parcel.measuredGrams, leakSurface });
    const { brand } = parcel;
    return {
      ...rowOf(parcel, order?.code ?? ''),
      version: parcel.version,
      items: onShelves(items, variants),
      hasLogo: parcel.logoFileId !== null,
      ink: brand.ink,
      accent: brand.accent,
      weight: { ...expectedWeight(parcel.goodsGrams), measured: parcel.measuredGrams },
      scan: scanOf(parcel),
      carrier: parcel.carrier,
      trackingNumber: parcel.trackingNumber,
      actions: actionsOf(parcel.state, facts),
      nextId: await this.consignments.nextAfter(tx, UNFINISHED, parcel),
    };
  }
}

function scanOf({ scan }: Consignment): ParcelView['scan'] {
  return scan && { verdict: scan.verdict, surfaces: scan.surfaces, at: scan.at.toISOString() };
}

/** In the order in which a packer walks along the shelves. */
function onShelves(
  items: readonly ConsignmentItem[],
  variants: ReadonlyMap<string, VariantFacts>,
): ParcelView['items'] {
  return items
    .map((item) => {
      const variant = variants.get(item.variantId);
      if (!variant) throw new Error(`Variant ${item.variantId} of a parcel is not in the catalogue`);
      const { productId, pictureHash, name, size, sku, gtin, shelf } = variant;
      const { lineId, quantity, packed, pack, specCode } = item;
      return {
        lineId,
        productId,
        pictureHash,
        name,
        size,
        sku,
        gtin,
        shelf,
        quantity,
        packed,
        pack,
        specCode,
      };
    })
    .sort((a, b) => (a.shelf === b.shelf ? a.sku.localeCompare(b.sku) : a.shelf.localeCompare(b.shelf)));
}
