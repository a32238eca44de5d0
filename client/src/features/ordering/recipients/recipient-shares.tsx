import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { useDraft, useDraftParts } from '../draft/draft-context';
import { parseQuantity } from '../grid/quantity';
import { type Share, withShare } from './sharing';

interface SharesProps {
  readonly name: string;
  readonly items: readonly Share[];
  readonly left: ReadonlyMap<string, number>;
  readonly onChange: (items: Share[]) => void;
}

/** What one recipient gets of each line, with what is left to give. */
export function RecipientShares({ name, items, left, onChange }: SharesProps): ReactNode {
  const { t } = useTranslation('ordering');
  const format = useFormats();
  const { catalogue } = useDraftParts();
  const { lines } = useDraft();
  if (lines.size === 0) return <p className="small muted shares">{t('recipients.noGoods')}</p>;
  return (
    <ul className="shares">
      {[...lines.values()].map(({ variantId }) => {
        const sold = catalogue.get(variantId);
        if (!sold) return null;
        const names = { product: format.words(sold.product.name), size: format.words(sold.variant.size) };
        const goods = t('goods', names);
        return (
          <ShareRow
            key={variantId}
            goods={goods}
            label={t('recipients.shareOf', { goods, name })}
            quantity={items.find((item) => item.variantId === variantId)?.quantity ?? 0}
            left={left.get(variantId) ?? 0}
            onSet={(quantity) => onChange(withShare(items, { variantId, quantity }))}
          />
        );
      })}
    </ul>
  );
}

interface ShareRowProps {
  readonly goods: string;
  readonly label: string;
  readonly quantity: number;
  readonly left: number;
  readonly onSet: (quantity: number) => void;
}

function ShareRow({ goods, label, quantity, left, onSet }: ShareRowProps): ReactNode {
  const { t } = useTranslation('ordering');
  const [typed, setTyped] = useState<string | null>(null);
  const isWrong = left < 0 || (typed !== null && parseQuantity(typed) === undefined);
  const type = (text: string): void => {
    setTyped(text);
    const parsed = parseQuantity(text);
    if (parsed !== undefined) onSet(parsed);
  };
  return (
    <li>
      <span className="grow">{goods}</span>
      <span className={left < 0 ? 'small bad' : left > 0 ? 'small warn' : 'small muted'}>
        {left < 0 ? t('recipients.overBy', { count: -left }) : t('recipients.lineLeft', { count: left })}
      </span>
      <input
        className={isWrong ? 'q q-bad' : quantity > 0 ? 'q q-has' : 'q'}
        inputMode="numeric"
        autoComplete="off"
        dir="ltr"
        aria-label={label}
        aria-invalid={isWrong || undefined}
        value={typed ?? (quantity === 0 ? '' : String(quantity))}
        onFocus={(event) => event.target.select()}
        onChange={(event) => type(event.target.value)}
        onBlur={() => setTyped(null)}
      />
    </li>
  );
}
