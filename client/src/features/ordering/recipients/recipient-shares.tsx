import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../draft/draft-context';
import { useGoodsName } from '../draft/goods-name';
import { MARKS } from '../draft/places';
import { parseQuantity } from '../grid/quantity';
import { type Share, withShare } from './sharing';

interface SharesProps {
  /** Place of the recipient in the list. */
  readonly recipient: number;
  readonly name: string;
  readonly items: readonly Share[];
  readonly left: ReadonlyMap<string, number>;
  readonly onChange: (items: Share[]) => void;
}

/** What one recipient gets of each line, with what is left to give. */
export function RecipientShares({ recipient, name, items, left, onChange }: SharesProps): ReactNode {
  const { t } = useTranslation('ordering');
  const goodsName = useGoodsName();
  const { lines } = useDraft();
  if (lines.size === 0) return <p className="small muted shares">{t('recipients.noGoods')}</p>;
  return (
    <ul className="shares">
      {[...lines.values()].map(({ variantId }) => {
        const goods = goodsName(variantId);
        if (goods === undefined) return null;
        return (
          <ShareRow
            key={variantId}
            place={MARKS.share(recipient, variantId)}
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
  readonly place: string;
  readonly goods: string;
  readonly label: string;
  readonly quantity: number;
  readonly left: number;
  readonly onSet: (quantity: number) => void;
}

function ShareRow({ place, goods, label, quantity, left, onSet }: ShareRowProps): ReactNode {
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
        data-place={place}
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
