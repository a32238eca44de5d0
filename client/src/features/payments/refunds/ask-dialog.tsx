import {
  askRefund,
  findRefundable,
  type Refundable,
  type RefundWay,
} from '@qafila/shared/payments/refunds.contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { amountText, typedAmount } from '../../../lib/amount';
import { call } from '../../../lib/call';
import { useFormats } from '../../../lib/i18n/format';
import { Button } from '../../../ui/button';
import { CodeConfirm } from '../../../ui/code-confirm';
import { Dialog } from '../../../ui/dialog';
import { TextField } from '../../../ui/field';
import { Code, Money } from '../../../ui/money';
import { ErrorLine } from '../../../ui/states';
import { isReason, ReasonField } from '../reason-dialog';
import { useRefundsChanged } from './use-refunds';
import { WayChoice } from './way-choice';

/** Where asking begins: at a search, a payment, or a refund that failed. */
export interface AskStart {
  readonly q?: string;
  readonly attempt?: string;
  readonly replaces?: string;
}
interface AskDialogProps {
  readonly start: AskStart;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Asks for a refund: whose money, back to where it came from, how much, why. */
export function AskDialog({ start, onClose, onDone }: AskDialogProps): ReactNode {
  const { t } = useTranslation('refunds');
  const [typed, setTyped] = useState(start.q ?? '');
  const [chosen, setChosen] = useState<Refundable | null>(null);
  const q = useDeferredValue(typed.trim());
  const query = q === '' && start.attempt ? { attempt: start.attempt } : { q };
  const found = useQuery({
    queryKey: ['refundable', query],
    queryFn: ({ signal }) => call(findRefundable, { query, signal }),
    placeholderData: keepPreviousData,
  });
  const rows = found.data?.rows ?? [];
  return (
    <Dialog title={t('ask.title')} isOpen onClose={onClose} size="large">
      <p>{t('ask.lead')}</p>
      {chosen ? (
        <AskForm
          key={keyOf(chosen)}
          refundable={chosen}
          start={start}
          onBack={() => setChosen(null)}
          onClose={onClose}
          onDone={onDone}
        />
      ) : (
        <div className="stack stack-tight">
          <TextField
            label={t('ask.search')}
            hint={t('ask.searchHint')}
            type="search"
            value={typed}
            onChange={setTyped}
            data-autofocus
          />
          {found.isError && <ErrorLine error={found.error} />}
          {found.isSuccess && rows.length === 0 && <p className="small muted">{t('ask.nothing')}</p>}
          <ul className="target-list" aria-label={t('ask.found')}>
            {rows.map((row) => (
              <li key={keyOf(row)}>
                <button type="button" className="target" onClick={() => setChosen(row)}>
                  <span className="grow">
                    {row.order ? <Code>{row.order.code}</Code> : t('ask.credit')}
                    <span className="small muted refund-under">
                      <bdi>{row.company}</bdi>
                    </span>
                  </span>
                  <span>
                    <span className="small muted refund-under">{t('ask.left')}</span>
                    <Money of={row.left} />
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Dialog>
  );
}

const keyOf = ({ source, companyId, order, left }: Refundable): string =>
  `${source} ${order?.id ?? companyId} ${left.currency}`;

interface AskFormProps extends AskDialogProps {
  readonly refundable: Refundable;
  readonly onBack: () => void;
}

function AskForm({ refundable, start, onBack, onClose, onDone }: AskFormProps): ReactNode {
  const { t } = useTranslation('refunds');
  const format = useFormats();
  const changed = useRefundsChanged();
  const open = refundable.ways.filter(({ refusal }) => refusal === null);
  const [way, setWay] = useState<RefundWay | null>(open[0] ?? null);
  const [text, setText] = useState(way ? amountText(way.left) : '');
  const [reason, setReason] = useState('');
  const amount = typedAmount(text, refundable.left.currency);
  const fault = faultOf(way, amount);
  const choose = (next: RefundWay): void => {
    setWay(next);
    setText(amountText(next.left));
  };
  const { order, companyId } = refundable;
  return (
    <div className="stack">
      <p className="between">
        <b>
          {order ? <Code>{order.code}</Code> : t('ask.credit')} <bdi>{refundable.company}</bdi>
        </b>
        <Button kind="quiet" size="small" onClick={onBack}>
          {t('ask.other')}
        </Button>
      </p>
      <WayChoice ways={refundable.ways} chosen={way} onChoose={choose} />
      <TextField
        label={t('ask.amount', { currency: refundable.left.currency })}
        hint={way ? t('ask.most', { left: format.money(way.left) }) : undefined}
        dir="ltr"
        inputMode="decimal"
        value={text}
        error={fault === 'tooMuch' ? t('ask.tooMuch') : undefined}
        onChange={setText}
      />
      <ReasonField hint={t('ask.reasonHint')} value={reason} onChange={setReason} error={null} />
      <CodeConfirm
        endpoint={askRefund}
        input={{
          body: {
            source: order ? { kind: 'order', id: order.id } : { kind: 'credit', id: companyId },
            way: { method: way?.method ?? 'bank', id: way?.id ?? '' },
            amount: amount ?? refundable.left,
            reason: reason.trim(),
            ...(start.replaces ? { replaces: start.replaces } : {}),
          },
        }}
        confirm={t('ask.confirm')}
        comesLast
        reason={fault ? t(`ask.${fault}`) : isReason(reason) ? undefined : t('ask.needReason')}
        onDone={() => {
          void changed();
          onDone();
        }}
        onClose={onClose}
      />
    </div>
  );
}

/** What is still missing, or too much, before it can be asked. */
function faultOf(way: RefundWay | null, amount: ReturnType<typeof typedAmount>) {
  if (way === null) return 'needWay' as const;
  if (amount === null) return 'needAmount' as const;
  if (amount.minor > way.left.minor) return 'tooMuch' as const;
  return way.isWholeOnly && amount.minor < way.left.minor ? ('wholeOnly' as const) : null;
}
