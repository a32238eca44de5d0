import { shownReference } from '@qafila/shared/payments/payments.rules';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/i18n/format';
import { Chip, type Tone } from '../../ui/chip';
import { Code } from '../../ui/money';
import { gapOf, has, type Line, type Match } from './match-facts';

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

/** Why the portal thinks a line pays an order: each sign with its verdict and its value. */
export function MatchReasons({ line, match }: { readonly line: Line; readonly match: Match }): ReactNode {
  const { t } = useTranslation('payments');
  const format = useFormats();
  const gap = gapOf(match);
  const amount = gap
    ? t(gap.kind === 'short' ? 'detail.amountShort' : 'detail.amountOver', {
        amount: format.isolate(format.amount(gap.by)),
      })
    : t('detail.amountExact');
  const isNamed = !has(match, 'no_reference');
  const isKnown = has(match, 'payer_known');
  const isClosed = has(match, 'order_closed');
  return (
    <table className="table reasons">
      <tbody>
        <ReasonRow
          name={t('detail.reference')}
          tone={isNamed ? 'ok' : 'warn'}
          verdict={t(isNamed ? 'detail.referenceExact' : 'detail.referenceNone')}
        >
          <Code>{shownReference(match.reference)}</Code>
        </ReasonRow>
        <ReasonRow name={t('detail.amount')} tone={gap ? 'warn' : 'ok'} verdict={amount}>
          {t('detail.amountOf', {
            paid: format.isolate(format.amount(match.amount)),
            due: format.isolate(format.amount(match.stillDue)),
          })}
        </ReasonRow>
        <ReasonRow
          name={t('detail.payer')}
          tone={isKnown ? 'ok' : 'plain'}
          verdict={t(isKnown ? 'detail.payerKnown' : 'detail.payerNew')}
        >
          {line.payerIbanTail !== null && <Code>{`•••• ${line.payerIbanTail}`}</Code>}
        </ReasonRow>
        <ReasonRow
          name={t('detail.deadline')}
          tone={isClosed ? 'bad' : 'ok'}
          verdict={t(isClosed ? 'detail.orderClosed' : 'detail.orderOpen')}
        >
          <span className="nowrap">{format.dateTime(match.deadline)}</span>
        </ReasonRow>
      </tbody>
    </table>
  );
}
