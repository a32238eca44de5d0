import { Controller } from '@nestjs/common';
import {
  cancelPayment,
  orderPayment,
  startPayment,
  takeHook,
} from '@qafila/shared/payments/attempts.contract';
import { type Call, Handles, type SignedInCall, TheCall } from '../../../platform/http/handles';
import { CancelPayment } from '../app/cancel-payment';
import { ReadPayment } from '../app/read-payment';
import { StartPayment } from '../app/start-payment';
import { TakeHook } from '../app/take-hook';

/** Payments through gateways: started and followed by traders, told by gateways. */
@Controller()
export class AttemptsController {
  constructor(
    private readonly read: ReadPayment,
    private readonly start: StartPayment,
    private readonly cancel: CancelPayment,
    private readonly take: TakeHook,
  ) {}

  @Handles(orderPayment)
  orderPayment(@TheCall() call: SignedInCall<typeof orderPayment>) {
    return this.read.run(call.actor, call.params.id);
  }

  @Handles(startPayment)
  startPayment(@TheCall() call: SignedInCall<typeof startPayment>) {
    return this.start.run(call.actor, call.params.id, call.body);
  }

  @Handles(cancelPayment)
  cancelPayment(@TheCall() call: SignedInCall<typeof cancelPayment>) {
    return this.cancel.run(call.actor, call.params.id);
  }

  @Handles(takeHook)
  takeHook(@TheCall() call: Call<typeof takeHook>) {
    const headers = Object.fromEntries(
      Object.entries(call.http.request.headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(', ') : value,
      ]),
    );
    return this.take.run(call.params.gateway, { raw: call.file, headers, query: call.query });
  }
}
