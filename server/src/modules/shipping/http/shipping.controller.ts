import { Controller } from '@nestjs/common';
import {
  consignmentSlip,
  getParcel,
  handOverParcel,
  labelParcel,
  listParcels,
  orderConsignments,
  packParcel,
  parcelDocument,
  parcelLogo,
  pickList,
  scanPiece,
  startPicking,
} from '@qafila/shared/shipping/shipping.contract';
import { sendBytes } from '../../../platform/http/bytes';
import { Handles, type SignedInCall, TheCall } from '../../../platform/http/handles';
import { HandOverParcel } from '../app/hand-over-parcel';
import { LabelParcel } from '../app/label-parcel';
import { ListOrderConsignments } from '../app/list-order-consignments';
import { ListParcels } from '../app/list-parcels';
import { PackParcel } from '../app/pack-parcel';
import { PrintPickList } from '../app/print-pick-list';
import { ScanPiece } from '../app/scan-piece';
import { ShowConsignmentSlip } from '../app/show-consignment-slip';
import { ShowParcel } from '../app/show-parcel';
import { ShowParcelDocument } from '../app/show-parcel-document';
import { ShowParcelLogo } from '../app/show-parcel-logo';
import { StartPicking } from '../app/start-picking';

const PDF = 'application/pdf';

@Controller()
export class ShippingController {
  constructor(
    private readonly list: ListParcels,
    private readonly show: ShowParcel,
    private readonly start: StartPicking,
    private readonly scan: ScanPiece,
    private readonly pack: PackParcel,
    private readonly label: LabelParcel,
    private readonly document: ShowParcelDocument,
    private readonly logo: ShowParcelLogo,
    private readonly handOver: HandOverParcel,
    private readonly sheets: PrintPickList,
    private readonly ofOrder: ListOrderConsignments,
    private readonly slip: ShowConsignmentSlip,
  ) {}

  @Handles(listParcels)
  listParcels(@TheCall() call: SignedInCall<typeof listParcels>) {
    return this.list.run(call.actor, call.query);
  }

  @Handles(getParcel)
  getParcel(@TheCall() call: SignedInCall<typeof getParcel>) {
    return this.show.run(call.actor, call.params.id);
  }

  @Handles(startPicking)
  startPicking(@TheCall() call: SignedInCall<typeof startPicking>) {
    return this.start.run(call.actor, call.params.id);
  }

  @Handles(scanPiece)
  scanPiece(@TheCall() call: SignedInCall<typeof scanPiece>) {
    return this.scan.run(call.actor, call.params.id, call.body.code);
  }

  @Handles(packParcel)
  packParcel(@TheCall() call: SignedInCall<typeof packParcel>) {
    return this.pack.run(call.actor, call.params.id, call.body.weightGrams);
  }

  @Handles(labelParcel)
  labelParcel(@TheCall() call: SignedInCall<typeof labelParcel>) {
    return this.label.run(call.actor, call.params.id);
  }

  @Handles(parcelDocument)
  async parcelDocument(@TheCall() call: SignedInCall<typeof parcelDocument>) {
    const paper = await this.document.run(call.actor, call.params.id, call.params.kind);
    return sendBytes(call.http.reply, { ...paper, type: PDF });
  }

  @Handles(parcelLogo)
  async parcelLogo(@TheCall() call: SignedInCall<typeof parcelLogo>) {
    const bytes = await this.logo.run(call.actor, call.params.id);
    return sendBytes(call.http.reply, { bytes, type: 'image/png', cache: 'private' });
  }

  @Handles(handOverParcel)
  handOverParcel(@TheCall() call: SignedInCall<typeof handOverParcel>) {
    return this.handOver.run(call.actor, call.params.id, call.body);
  }

  @Handles(pickList)
  async pickList(@TheCall() call: SignedInCall<typeof pickList>) {
    const bytes = await this.sheets.run(call.actor, call.query.lang);
    return sendBytes(call.http.reply, { bytes, type: PDF, name: 'pick-list.pdf' });
  }

  @Handles(orderConsignments)
  orderConsignments(@TheCall() call: SignedInCall<typeof orderConsignments>) {
    return this.ofOrder.run(call.actor, call.params.id);
  }

  @Handles(consignmentSlip)
  async consignmentSlip(@TheCall() call: SignedInCall<typeof consignmentSlip>) {
    const paper = await this.slip.run(call.actor, call.params.id);
    return sendBytes(call.http.reply, { ...paper, type: PDF });
  }
}
