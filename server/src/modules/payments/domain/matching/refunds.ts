import { compare, zero } from '@qafila/shared/kernel/money';
import { opposite } from '../ledger-entry';
import type { MatchingFacts, NewLine, Proposal, SentRefund } from './facts';
import type { MatchReason } from './payable';
import { saysReturn } from './returns';

/** Letters and digits only: banks break a code, or write it small. */
const plain = (text: string): string => text.toUpperCase().replace(/[^0-9A-Z]/g, '');
/** What the bank is told to name a refund by, on statements and in the file. */
export const endToEndOf = (code: string): string => `RF-${code}`;

const isNamed = (line: NewLine, { code }: SentRefund): boolean =>
  plain(`${line.endToEnd ?? ''} ${line.text}`).includes(plain(endToEndOf(code)));

/** The refund that left with a line: the one it names, else the only one of its amount to its account. */
export function refundOf(line: NewLine, { refunds }: MatchingFacts): readonly Proposal[] | null {
  const size = opposite(line.amount);
  const waiting = refunds.filter((each) => !each.hasLeft && isOf(each, size));
  return found(line, waiting, 'refund');
}

/** The refund that the bank gave back with a line; money that nothing calls a return is a trader's payment. */
export function refundBack(line: NewLine, { refunds }: MatchingFacts): readonly Proposal[] | null {
  const sent = refunds.filter((each) => !each.hasComeBack && isOf(each, line.amount));
  const isBack = line.isReversal || saysReturn(line.text);
  const candidates = isBack ? sent : sent.filter((each) => isNamed(line, each));
  return found(line, candidates, 'refund_back');
}

const isOf = ({ amount }: SentRefund, size: NewLine['amount']): boolean =>
  amount.currency === size.currency && compare(amount, size) === 0;

function found(
  line: NewLine,
  candidates: readonly SentRefund[],
  kind: 'refund' | 'refund_back',
): readonly Proposal[] | null {
  const named = candidates.filter((each) => isNamed(line, each));
  if (named.length > 0) return only(line, named, { kind, class: 'A', reason: 'refund_named' });
  const account = line.payerIbanHash;
  const toAccount = candidates.filter(({ accountHash }) => account !== null && accountHash === account);
  if (toAccount.length > 0) return only(line, toAccount, { kind, class: 'E', reason: 'payer_known' });
  return account === null && candidates.length > 0
    ? only(line, candidates, { kind, class: 'E', reason: 'amount_unique' })
    : null;
}

/** Two that a line could be are a tie, and ties are looked at by a person. */
function only(
  line: NewLine,
  refunds: readonly SentRefund[],
  as: { readonly kind: 'refund' | 'refund_back'; readonly class: 'A' | 'E'; readonly reason: MatchReason },
): readonly Proposal[] {
  const [refund, another] = refunds;
  if (!refund || another) return [];
  return [
    {
      lineId: line.id,
      kind: as.kind,
      class: as.class,
      companyId: refund.companyId,
      orderId: refund.orderId,
      reference: refund.reference,
      amount: refund.amount,
      writtenOff: zero(refund.amount.currency),
      reversesId: null,
      refundId: refund.refundId,
      reasons: [as.reason, 'amount_exact'],
    },
  ];
}
