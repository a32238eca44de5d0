import { sum } from '@qafila/shared/kernel/money';
import { type RefundView, refundFile, sendRefunds } from '@qafila/shared/payments/refunds.contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { rawUrl } from '../../../lib/call';
import { useFormats } from '../../../lib/i18n/format';
import { CodeConfirm } from '../../../ui/code-confirm';
import { Dialog } from '../../../ui/dialog';
import { Code, Digits } from '../../../ui/money';
import { useRefundsChanged } from './use-refunds';

interface SendDialogProps {
  readonly refunds: readonly RefundView[];
  readonly onClose: () => void;
  readonly onDone: (messageId: string) => void;
}

/** What goes into the file, with its sum; made with a fresh code and saved at once. */
export function SendDialog({ refunds, onClose, onDone }: SendDialogProps): ReactNode {
  const { t } = useTranslation('refunds');
  const format = useFormats();
  const changed = useRefundsChanged();
  // A refused file may rest on versions that are old by now.
  const leave = (): void => {
    void changed();
    onClose();
  };
  const total = sum(
    refunds.map(({ amount }) => amount),
    'SAR',
  );
  return (
    <Dialog title={t('send.title')} isOpen onClose={leave} size="large">
      <p>{t('send.lead')}</p>
      <div className="review-list">
        <table className="table">
          <caption className="sr-only">{t('send.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('fact.refund')}</th>
              <th scope="col">{t('fact.to')}</th>
              <th scope="col" className="num">
                {t('fact.sar')}
              </th>
            </tr>
          </thead>
          <tbody>
            {refunds.map((refund) => (
              <tr key={refund.id}>
                <td>
                  <Code>{refund.code}</Code> · <bdi>{refund.company}</bdi>
                </td>
                <td className="nowrap">{refund.account && <Code>{refund.account.iban}</Code>}</td>
                <td className="num">
                  <Digits of={refund.amount} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="between review-total">
        <span>{t('send.count', { count: refunds.length })}</span>
        <b>{format.money(total)}</b>
      </p>
      <CodeConfirm
        endpoint={sendRefunds}
        input={{ body: { refunds: refunds.map(({ id, version }) => ({ refundId: id, version })) } }}
        confirm={t('send.confirm')}
        onDone={(file) => {
          // The answer says "attachment": the browser saves it and stays where it is.
          location.assign(rawUrl(refundFile, { params: { id: file.id } }));
          void changed();
          onDone(file.messageId);
        }}
        onClose={leave}
      />
    </Dialog>
  );
}
