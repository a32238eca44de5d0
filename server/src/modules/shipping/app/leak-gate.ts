import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { Consignment, ItemWords } from '../domain/consignment';
import type { DenyList } from '../domain/deny-list';
import { type ScanResult, type Surface, scanSurfaces } from '../domain/leak-scan';
import { ownIdentity } from '../domain/own-identity';
import { paperName } from '../domain/paper-view';
import type { RecipientRecord } from '../domain/recipient-record';
import { surfacesOfPdf, surfacesOfPicture } from '../papers/surfaces';
import { DenyLists } from './deny-lists';
import type { DrawnPapers } from './paper-maker';
import { ParcelSecrets } from './parcel-secrets';
import { trackingSurfaces } from './tracking-surfaces';

/** Reads all that a recipient will see against both deny-lists, before any of it prints. */
@Injectable()
export class LeakGate {
  constructor(
    private readonly denyLists: DenyLists,
    private readonly secrets: ParcelSecrets,
    private readonly clock: Clock,
  ) {}

  /** Scans slip, label, their names, the logo and the answer of the tracking page. */
  async scan(tx: Tx, parcel: Consignment, papers: DrawnPapers): Promise<ScanResult> {
    const { facts, slip, label } = papers;
    const denyList = await this.denyListFor(tx, parcel, facts);
    const surfaces: Surface[] = [
      ...(await surfacesOfPdf(slip, paperName('slip', parcel.parcelCode))),
      ...(await surfacesOfPdf(label, paperName('label', parcel.parcelCode))),
      ...(facts.logoPng ? await surfacesOfPicture(facts.logoPng, 'logo.png') : []),
      ...(facts.monoPng ? await surfacesOfPicture(facts.monoPng, 'logo.png') : []),
      ...trackingSurfaces(parcel, facts, this.clock.now()),
    ];
    return scanSurfaces(surfaces, denyList);
  }

  /** True if a text that will be shown on the tracking page names neither the store nor another trader. */
  async isClean(tx: Tx, parcel: Consignment, text: string): Promise<boolean> {
    const recipient = await this.secrets.recipientOf(parcel);
    const denyList = await this.denyListFor(tx, parcel, { recipient, items: [] });
    return scanSurfaces([{ name: 'tracking number', text }], denyList).verdict === 'pass';
  }

  private denyListFor(
    tx: Tx,
    parcel: Consignment,
    facts: { readonly recipient: RecipientRecord; readonly items: readonly ItemWords[] },
  ): Promise<DenyList> {
    return this.denyLists.of(tx, parcel.companyId, {
      own: ownIdentity(parcel, facts.recipient),
      vocabulary: facts.items.flatMap(({ name, size }) => [...Object.values(name), ...Object.values(size)]),
    });
  }
}
