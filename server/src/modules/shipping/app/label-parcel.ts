import { Injectable } from '@nestjs/common';
import type { ParcelView } from '@qafila/shared/shipping/shipping.contract';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { Files } from '../../../platform/files/files';
import { ConsignmentRepository } from '../db/consignment.repository';
import { ItemRepository } from '../db/item.repository';
import { PaperRepository } from '../db/paper.repository';
import type { Consignment } from '../domain/consignment';
import type { ScanResult } from '../domain/leak-scan';
import { factsOf } from '../domain/parcel-steps';
import { LeakGate } from './leak-gate';
import { LeakReport } from './leak-report';
import { type DrawnPapers, PaperMaker } from './paper-maker';
import { ParcelReader } from './parcel-reader';
import { takeStep } from './take-step';

/** Draws slip and label and lets them print only if the scan finds nothing of the store or another trader. */
@Injectable()
export class LabelParcel {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly consignments: ConsignmentRepository,
    private readonly items: ItemRepository,
    private readonly papers: PaperRepository,
    private readonly maker: PaperMaker,
    private readonly gate: LeakGate,
    private readonly report: LeakReport,
    private readonly files: Files,
    private readonly reader: ParcelReader,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, id: string): Promise<ParcelView> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      // The row is not locked while papers are drawn: a refusal is written beside this transaction.
      const parcel = await this.consignments.byId(tx, id);
      const facts = factsOf(parcel, await this.items.of(tx, parcel), { measuredGrams: parcel.measuredGrams });
      takeStep(parcel.state, 'label', { ...facts, scanPassed: true });
      const drawn = await this.maker.draw(tx, parcel);
      const scan = await this.gate.scan(tx, parcel, drawn);
      const scanPassed = scan.verdict === 'pass';
      if (!scanPassed) await this.report.write(actor, parcel, scan);
      const leakSurface = scan.hits[0]?.surface ?? '';
      const to = takeStep(parcel.state, 'label', { ...facts, scanPassed, leakSurface });
      const passed = { surfaces: scan.surfaces.length, at: this.clock.now() };
      await this.consignments.advance(tx, parcel, { to, passed });
      await this.keep(tx, parcel, drawn);
      await this.tell(tx, parcel, scan);
      return this.reader.view(tx, id);
    });
  }

  private async keep(tx: Tx, parcel: Consignment, { slip, label }: DrawnPapers): Promise<void> {
    const { companyId } = parcel;
    const put = (kind: string, bytes: Buffer): Promise<string> =>
      this.files.put(tx, { companyId, kind, contentType: 'application/pdf', bytes });
    await this.papers.add(tx, parcel, {
      slip: await put('packing-slip', slip),
      label: await put('parcel-label', label),
    });
  }

  private async tell(tx: Tx, { companyId, id }: Consignment, scan: ScanResult): Promise<void> {
    const subject = { kind: 'consignment', id };
    await this.audit.record(tx, {
      event: 'shipping.recipient_read',
      companyId,
      subject,
      after: { for: 'label' },
    });
    await this.audit.record(tx, {
      event: 'shipping.parcel_labelled',
      companyId,
      subject,
      after: { surfaces: scan.surfaces.length },
    });
  }
}
