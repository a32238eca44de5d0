import type { OrderView } from '@qafila/shared/ordering/order-views';
import { addressLines } from '@qafila/shared/shipping/address.rules';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { Card } from '../../../ui/card';
import { Code, Count } from '../../../ui/money';

/** Who gets which pieces, as they will be packed. */
export function ReviewRecipients({ order }: { readonly order: OrderView }): ReactNode {
  const { t } = useTranslation('ordering');
  const format = useFormats();
  const goodsOf = (variantId: string): string => {
    const line = order.lines.find((each) => each.variantId === variantId);
    return line ? t('goods', { product: format.words(line.name), size: format.words(line.size) }) : '';
  };
  const place = (variantId: string): number => order.lines.findIndex((line) => line.variantId === variantId);
  const inOrder = (items: OrderView['recipients'][number]['items']) =>
    [...items].sort((a, b) => place(a.variantId) - place(b.variantId));
  return (
    <Card title={t('recipients.title', { count: order.recipients.length })}>
      <ul className="review-recipients">
        {order.recipients.map((recipient) => (
          <li key={recipient.id}>
            <div>
              <b>
                <bdi>{recipient.name}</bdi>
              </b>
              <div className="small muted">
                <bdi>{addressLines(recipient.address).join(' · ')}</bdi>
                <br />
                <Code>{format.phone(recipient.phone)}</Code>
              </div>
            </div>
            <ul className="small">
              {inOrder(recipient.items).map((item) => (
                <li key={item.variantId} className="between">
                  <span>{goodsOf(item.variantId)}</span>
                  <Count of={item.quantity} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Card>
  );
}
