import { shownReference } from '@qafila/shared/payments/reference.rules';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/i18n/format';
import { Chip, type Tone } from '../../ui/chip';
import { Code } from '../../ui/money';
import { gapOf, has, isOpen, type Line, type Match } from './match-facts';

interface ReasonRowProps {
  readonly name: string;
  readonly tone: Tone;
  readonly verdict: string;
  readonly children: ReactNode;
}

function ReasonRow({ name, tone, verdict, children }: ReasonRowProps): ReactNode {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <Chip tone={tone}>{verdict}</Chip>
      </td>
      <td className="num">{children}</td>
    </tr>
  );
}

/** Why the portal thinks a line is for something: each sign with its verdict and its value. */
export function MatchReasons({ line, match }: { readonly line: Line; readonly match: Match }): ReactNode {
  const { t } = useTranslation('payments');
  const format = useFormats();
  const isClosed = has(match, 'order_closed');
  return (
    <table className="table reasons">
      <tbody>
        {match.refund !== null && (
          <ReasonRow
            name={t('detail.refundCode')}
            tone={has(match, 'refund_named') ? 'ok' : 'warn'}
            verdict={t(has(match, 'refund_named') ? 'detail.refundNamed' : 'detail.refundNotNamed')}
          >
            <Code>{match.refund.code}</Code>
          </ReasonRow>
        )}
        {match.order && match.refund === null && <ReferenceRow match={match} />}
        <AmountRow line={line} match={match} />
        <PayerRow line={line} match={match} />
        {match.kind === 'order' && match.order && isOpen(match) && (
          <ReasonRow
            name={t('detail.deadline')}
            tone={isClosed ? 'bad' : 'ok'}
            verdict={t(isClosed ? 'detail.orderClosed' : 'detail.orderOpen')}
          >
            <span className="nowrap">{format.dateTime(match.order.deadline)}</span>
          </ReasonRow>
        )}
      </tbody>
    </table>
  );
}

function ReferenceRow({ match }: { readonly match: Match }): ReactNode {
  const { t } = useTranslation('payments');
  const [word, tone] = referenceVerdict(match);
  return (
    <ReasonRow name={t('detail.reference')} tone={tone} verdict={t(`detail.${word}`)}>
      <Code>{shownReference(match.order?.reference ?? '')}</Code>
    </ReasonRow>
  );
}

function referenceVerdict(match: Match): readonly [word: string, tone: Tone] {
  if (has(match, 'reference_exact')) return ['referenceExact', 'ok'];
  if (has(match, 'reference_of_company')) return ['referenceCompany', 'ok'];
  if (has(match, 'reference_near')) return ['referenceNear', 'warn'];
  if (has(match, 'bank_reference_same') || has(match, 'end_to_end_same')) return ['referenceBank', 'ok'];
  if (match.class === null) return ['referenceByHand', 'info'];
  return ['referenceNone', 'warn'];
}

function AmountRow({ line, match }: { readonly line: Line; readonly match: Match }): ReactNode {
  const { t } = useTranslation('payments');
  const format = useFormats();
  const gap = gapOf(match);
  const shown = (amount: Match['amount']): string => format.isolate(format.amount(amount));
  const isExact = (match.kind === 'order' || match.refund !== null) && !gap;
  const verdict = gap
    ? t(gap.kind === 'short' ? 'detail.amountShort' : 'detail.amountOver', { amount: shown(gap.by) })
    : t(isExact ? 'detail.amountExact' : 'detail.amountPart');
  const value =
    match.kind === 'order' && match.order && isOpen(match)
      ? t('detail.amountOf', { paid: shown(match.amount), due: shown(match.order.stillDue) })
      : t('detail.amountOf', { paid: shown(match.amount), due: shown(line.amount) });
  return (
    <ReasonRow name={t('detail.amount')} tone={gap ? 'warn' : 'ok'} verdict={verdict}>
      {value}
    </ReasonRow>
  );
}

function PayerRow({ line, match }: { readonly line: Line; readonly match: Match }): ReactNode {
  const { t } = useTranslation('payments');
  const isKnown = has(match, 'payer_known');
  const isThird = has(match, 'payer_third_party');
  const word = isKnown ? 'payerKnown' : isThird ? 'payerThird' : 'payerNew';
  return (
    <ReasonRow
      name={t('detail.payer')}
      tone={isKnown ? 'ok' : isThird ? 'warn' : 'plain'}
      verdict={t(`detail.${word}`)}
    >
      {line.payerIbanTail !== null && <Code>{`•••• ${line.payerIbanTail}`}</Code>}
    </ReasonRow>
  );
}
