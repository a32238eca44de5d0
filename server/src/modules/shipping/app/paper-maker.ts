import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Files } from '../../../platform/files/files';
import { Catalogue } from '../../catalogue/catalogue.api';
import { ItemRepository } from '../db/item.repository';
import type { Consignment, ItemWords } from '../domain/consignment';
import { type PaperFacts, paperViewOf } from '../domain/paper-view';
import { renderPackingSlip } from '../papers/packing-slip';
import { renderParcelLabel } from '../papers/parcel-label';
import { ParcelSecrets } from './parcel-secrets';

/** Slip and label as drawn, with what they were drawn from. */
export interface DrawnPapers {
  readonly facts: PaperFacts;
  readonly slip: Buffer;
  readonly label: Buffer;
}

const RIYADH_DAY = new Intl.DateTimeFormat('en-CA-u-ca-gregory-nu-latn', {
  timeZone: 'Asia/Riyadh',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

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
    return { facts, slip, label: await renderParcelLabel(view, { now }) };
  }

  /** The slip alone: what the recipient will find in the parcel. */
  async drawSlip(tx: Tx, parcel: Consignment): Promise<Buffer> {
    const view = paperViewOf(parcel, await this.factsOf(tx, parcel));
    return renderPackingSlip(view, { now: this.clock.now() });
  }

  private async factsOf(tx: Tx, parcel: Consignment): Promise<PaperFacts> {
    const logo = parcel.logoFileId === null ? null : await this.files.read(tx, parcel.logoFileId);
    return {
      recipient: await this.secrets.recipientOf(parcel),
      items: await this.itemsOf(tx, parcel),
      logoPng: logo?.bytes ?? null,
      trackingUrl: await this.secrets.trackingUrlOf(parcel),
      shippedOn: RIYADH_DAY.format(this.clock.now()),
    };
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
