import { Controller } from '@nestjs/common';
import {
  ownReceiptPage,
  receiptPage,
  uploadReceipt,
  waitingReceipts,
} from '@qafila/shared/payments/receipts.contract';
import { sendBytes } from '../../../platform/http/bytes';
import { Handles, type SignedInCall, TheCall } from '../../../platform/http/handles';
import { ListReceipts } from '../app/list-receipts';
import { ShowOwnReceipt } from '../app/show-own-receipt';
import { ShowReceipt } from '../app/show-receipt';
import { UploadReceipt } from '../app/upload-receipt';

/** Receipts of transfers: shown by traders, looked at by finance. */
@Controller()
export class ReceiptsController {
  constructor(
    private readonly upload: UploadReceipt,
    private readonly showOwn: ShowOwnReceipt,
    private readonly show: ShowReceipt,
    private readonly list: ListReceipts,
  ) {}

  @Handles(uploadReceipt)
  uploadReceipt(@TheCall() call: SignedInCall<typeof uploadReceipt>) {
    return this.upload.run(call.actor, { orderId: call.params.id, ...call.query }, call.file);
  }

  @Handles(ownReceiptPage)
  async ownReceiptPage(@TheCall() call: SignedInCall<typeof ownReceiptPage>) {
    const bytes = await this.showOwn.run(call.actor, call.params);
    return sendBytes(call.http.reply, { bytes, type: 'image/png' });
  }

  @Handles(receiptPage)
  async receiptPage(@TheCall() call: SignedInCall<typeof receiptPage>) {
    const bytes = await this.show.run(call.actor, call.params);
    return sendBytes(call.http.reply, { bytes, type: 'image/png' });
  }

  @Handles(waitingReceipts)
  waitingReceipts(@TheCall() call: SignedInCall<typeof waitingReceipts>) {
    return this.list.run(call.actor, call.query);
  }
}
