import { STORE_KEY } from '../../../platform/crypto/field-cipher';
import { FIRST_HASH, linkHash } from './chain-audit';

/** A link with the event it covers, as they stand in the database now. */
export interface ChainRow {
  readonly chain_id: string;
  readonly seq: string;
  readonly event_id: string;
  readonly previous_hash: string;
  readonly hash: string;
  /** The event as it is hashed; `null` when it is gone. */
  readonly facts: string | null;
  readonly company_id: string | null;
  readonly at: Date | null;
}
/**
 * What was found.
 * - `edited`: an event is not what its link says. `gone`: its row is missing. `gap`: links are missing.
 * - `broken`: a link does not follow from the one before (inserted, swapped). `misplaced`: the event is of another chain.
 * - `backdated`: an event claims a time long before its neighbours. `unchained`: an old event without a link.
 * - `cut`: a chain ends before a signed head. `rewritten`: a signed link has another hash now.
 * - `seal_*`: the signed documents themselves.
 */
export type FaultKind =
  | 'edited'
  | 'gone'
  | 'gap'
  | 'broken'
  | 'misplaced'
  | 'backdated'
  | 'unchained'
  | 'cut'
  | 'rewritten'
  | 'seal_forged'
  | 'seal_gone'
  | 'seal_file_gone'
  | 'seal_differs'
  | 'seal_order';
/** One place where the trail is not what it was. */
export interface AuditFault {
  readonly kind: FaultKind;
  /** The company, or the store's own chain; `null` for a fault of a seal. */
  readonly chainId: string | null;
  /** Number of the link, or of the seal. */
  readonly seq: number | null;
  readonly eventId: string | null;
}
/** A signed head: this chain had this hash at this link. */
export interface SignedHead {
  readonly chainId: string;
  readonly seq: number;
  readonly hash: string;
}
/** Two processes' events may commit out of order, never by this much. */
const ORDER_TOLERANCE_MS = 3_600_000;

/** Follows every chain, link by link, and every signed head; rows come ordered by chain and number. */
export class ChainJudge {
  readonly faults: AuditFault[] = [];
  links = 0;
  private chainId = '';
  private seq = 0;
  private hash = FIRST_HASH;
  private latest = 0;
  private readonly signed = new Map<string, SignedHead[]>();

  /** `isClockHonest` is false where stories of the past are told: there an old date means nothing. */
  constructor(
    heads: readonly SignedHead[],
    private readonly isClockHonest: boolean,
  ) {
    for (const head of heads) this.signed.set(head.chainId, [...(this.signed.get(head.chainId) ?? []), head]);
  }

  add(row: ChainRow): void {
    if (row.chain_id !== this.chainId) this.begin(row.chain_id);
    this.links += 1;
    const seq = Number(row.seq);
    for (const kind of this.kindsOf(row, seq)) this.tell(kind, { seq, eventId: row.event_id });
    this.compareWithSigned(row, seq);
    // Go on from what stands here: one fault is told once, not for every link behind it.
    this.seq = seq;
    this.hash = row.hash;
    this.latest = Math.max(this.latest, row.at?.getTime() ?? 0);
  }

  /** Call it after the last row: chains that are wholly gone are found here. */
  end(): void {
    this.finish();
    for (const chainId of [...this.signed.keys()]) {
      this.begin(chainId);
      this.finish();
    }
  }

  private kindsOf(row: ChainRow, seq: number): FaultKind[] {
    const isLate =
      this.isClockHonest && row.at !== null && row.at.getTime() < this.latest - ORDER_TOLERANCE_MS;
    return [
      ...(seq === this.seq + 1 ? [] : (['gap'] as const)),
      ...(row.previous_hash === this.hash ? [] : (['broken'] as const)),
      ...(row.facts === null ? (['gone'] as const) : []),
      ...(row.facts !== null && row.hash !== linkHash(row.previous_hash, seq, row.facts)
        ? (['edited'] as const)
        : []),
      ...(row.facts !== null && (row.company_id ?? STORE_KEY) !== row.chain_id
        ? (['misplaced'] as const)
        : []),
      ...(isLate ? (['backdated'] as const) : []),
    ];
  }

  private compareWithSigned(row: ChainRow, seq: number): void {
    for (const head of this.signed.get(row.chain_id) ?? []) {
      if (head.seq === seq && head.hash !== row.hash) this.tell('rewritten', { seq, eventId: row.event_id });
    }
  }

  private begin(chainId: string): void {
    this.finish();
    this.chainId = chainId;
    this.seq = 0;
    this.hash = FIRST_HASH;
    this.latest = 0;
  }

  /** A chain that ends before a signed head was cut. */
  private finish(): void {
    const signed = this.signed.get(this.chainId) ?? [];
    this.signed.delete(this.chainId);
    const furthest = Math.max(0, ...signed.map((head) => head.seq));
    if (furthest > this.seq) this.tell('cut', { seq: this.seq + 1, eventId: null });
  }

  private tell(kind: FaultKind, at: { seq: number; eventId: string | null }): void {
    this.faults.push({ kind, chainId: this.chainId, ...at });
  }
}
