import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Files } from '../../../platform/files/files';
import { Catalogue } from '../../catalogue/catalogue.api';
import { ItemRepository } from '../db/item.repository';
import type { Consignment, ItemWords } from '../domain/consignment';
import { labelViewOf, type PaperFacts, paperViewOf } from '../domain/paper-view';
import { riyadhDay } from '../domain/riyadh-day';
import { renderPackingSlip } from '../papers/packing-slip';
import { renderParcelLabel } from '../papers/parcel-label';
import { ParcelSecrets } from './parcel-secrets';

/** Slip and label as drawn, with what they were drawn from. */
export interface DrawnPapers {
  readonly facts: PaperFacts;
  readonly slip: Buffer;
  readonly label: Buffer;
}

/** Draws the papers of a parcel from the recipient view; opens the recipient to do so. */
@Injectable()
export class PaperMaker {
  constructor(
    private readonly secrets: ParcelSecrets,
    private readonly items: ItemRepository,
    private readonly catalogue: Catalogue,
    private readonly files: Files,
    private readonly clock: Clock,
  ) {}

  async draw(tx: Tx, parcel: Consignment): Promise<DrawnPapers> {
    const facts = await this.factsOf(tx, parcel);
    const view = paperViewOf(parcel, facts);
    const now = this.clock.now();
    const slip = await renderPackingSlip(view, { now });
    return { facts, slip, label: await renderParcelLabel(labelViewOf(view, facts), { now }) };
  }

  /** The slip alone: what the recipient will find in the parcel. */
  async drawSlip(tx: Tx, parcel: Consignment): Promise<Buffer> {
    const view = paperViewOf(parcel, await this.factsOf(tx, parcel));
    return renderPackingSlip(view, { now: this.clock.now() });
  }

  private async factsOf(tx: Tx, parcel: Consignment): Promise<PaperFacts> {
    return {
      recipient: await this.secrets.recipientOf(parcel),
      items: await this.itemsOf(tx, parcel),
      logoPng: await this.picture(tx, parcel.logoFileId),
      monoPng: await this.picture(tx, parcel.brand.profile?.monoFileId ?? null),
      trackingUrl: await this.secrets.trackingUrlOf(parcel),
      shippedOn: riyadhDay(this.clock.now()),
    };
  }

  private async picture(tx: Tx, fileId: string | null): Promise<Buffer | null> {
    return fileId === null ? null : (await this.files.read(tx, fileId)).bytes;
  }

  private async itemsOf(tx: Tx, parcel: Consignment): Promise<ItemWords[]> {
    const items = await this.items.of(tx, parcel);
    const variantIds = items.map((item) => item.variantId);
    const variants = await this.catalogue.variantsOf(tx, variantIds);
    return items
      .flatMap(({ variantId, quantity }) => {
        const variant = variants.get(variantId);
        return variant ? [{ name: variant.name, size: variant.size, quantity, sku: variant.sku }] : [];
      })
      .sort((a, b) => a.sku.localeCompare(b.sku))
      .map(({ name, size, quantity }) => ({ name, size, quantity }));
  }
}
