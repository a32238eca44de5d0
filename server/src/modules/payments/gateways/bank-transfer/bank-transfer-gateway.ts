import { isZero, type Money } from '@qafila/shared/kernel/money';
import { methodsOf } from '@qafila/shared/payments/methods.rules';
import type { Clock } from '../../../../platform/clock/clock';
import type {
  Capabilities,
  Gateway,
  Hint,
  Hook,
  RefundInput,
  StartInput,
  StartResult,
} from '../../domain/gateways/gateway';
import { NotSupported, PaymentNotFound } from '../../domain/gateways/gateway-failure';
import { type GatewayRef, gatewayRef } from '../../domain/gateways/gateway-ref';
import type { IdempotencyKey } from '../../domain/gateways/idempotency-key';
import { type RefundSnapshot, type Snapshot, stateOfCaptured } from '../../domain/gateways/snapshot';
import type { TransferBook, TransferFacts } from '../../domain/gateways/transfer-book';
import { listsNothing } from '../not-supported';

const DESK = 'the desk confirms, ends and gives back transfers';

/** The bank as a gateway: the payer is told what to do, and the truth is what the desk has confirmed. */
export class BankTransferGateway implements Gateway {
  readonly id = 'bank_transfer';
  readonly capabilities: Capabilities = {
    methods: methodsOf('bank_transfer'),
    authorise: false,
    partialCapture: false,
    cancelOpen: false,
    void: false,
    repeatableStart: true,
    refund: false,
    partialRefund: false,
    asyncRefund: false,
    hostedPage: false,
    hooks: false,
    hookIds: false,
    lists: false,
  };

  constructor(
    private readonly book: TransferBook,
    private readonly clock: Clock,
  ) {}

  async start(given: StartInput, _key: IdempotencyKey): Promise<StartResult> {
    if (given.take === 'later') throw new NotSupported('bank_transfer', 'a bank holds nothing for us');
    const facts = await this.book.find(given.ourRef);
    if (!facts) return { kind: 'rejected', code: 'no_instruction' };
    const { iban, reference, deadline } = facts;
    return { kind: 'instructions', ref: gatewayRef(facts.ourRef), iban, reference, deadline };
  }

  async fetch(ref: GatewayRef): Promise<Snapshot> {
    const found = await this.findByReference(ref);
    if (!found) throw new PaymentNotFound('bank_transfer', ref);
    return found;
  }

  async findByReference(ourRef: string): Promise<Snapshot | null> {
    const facts = await this.book.find(ourRef);
    return facts && this.told(facts);
  }

  capture(_ref: GatewayRef, _amount: Money, _key: IdempotencyKey): Promise<Snapshot> {
    return Promise.reject(new NotSupported('bank_transfer', DESK));
  }

  cancel(_ref: GatewayRef, _key: IdempotencyKey): Promise<Snapshot> {
    return Promise.reject(new NotSupported('bank_transfer', DESK));
  }

  refund(_given: RefundInput, _key: IdempotencyKey): Promise<RefundSnapshot> {
    return Promise.reject(new NotSupported('bank_transfer', DESK));
  }

  fetchRefund(_ref: GatewayRef, _refundId: string): Promise<RefundSnapshot> {
    return Promise.reject(new NotSupported('bank_transfer', DESK));
  }

  verifyHook(_hook: Hook, _now: Date): Hint {
    throw new NotSupported('bank_transfer', 'a bank calls nobody');
  }

  listSince(_since: Date): AsyncIterable<GatewayRef> {
    return listsNothing('bank_transfer');
  }

  private told({ ourRef, amount, received, refunded, isClosed }: TransferFacts): Snapshot {
    const whenUnpaid = isClosed ? 'expired' : 'open';
    const isPaid = !isZero(received);
    return {
      ref: gatewayRef(ourRef),
      ourRef,
      state: isPaid ? stateOfCaptured(received, amount) : whenUnpaid,
      amount,
      authorised: received,
      captured: received,
      refunded,
      method: isPaid ? 'bank_transfer' : null,
      dispute: null,
      rawState: isClosed ? 'closed' : 'awaiting',
      fetchedAt: this.clock.now(),
    };
  }
}
