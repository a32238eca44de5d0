import type { UnitPrice } from '@qafila/shared/kernel/money';
import type { ReorderLine } from '@qafila/shared/ordering/reorder.contract';
import { BadgeCheck } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { useSay } from '../../../lib/i18n/say';
import { Chip } from '../../../ui/chip';
import { Code, Digits } from '../../../ui/money';
import { ProductPicture } from '../grid/product-picture';
import { isPriceMoved, lineNow, type Pick } from './reorder-lines';

interface Props {
  readonly line: ReorderLine;
  /** `undefined` where the line cannot come. */
  readonly pick: Pick | undefined;
  readonly onPick: (pick: Pick) => void;
}

/** One line of then: taken or not, in how many pieces, at which price, and what is otherwise. */
export function ReorderRow({ line, pick, onPick }: Props): ReactNode {
  const { t } = useTranslation('ordering');
  const format = useFormats();
  const say = useSay();
  const noteId = useId();
  const goods = t('goods', { product: format.words(line.name), size: format.words(line.size) });
  const now = pick && lineNow(line, pick.typed);
  const isUnread = pick?.isTaken === true && now === undefined;
  const reasons = now?.reasons ?? line.reasons.filter(() => !pick);
  return (
    <li className={pick?.isTaken ? 'reorder-line' : 'reorder-line reorder-line-off'}>
      <label className="reorder-goods">
        <input
          type="checkbox"
          checked={pick?.isTaken ?? false}
          disabled={pick === undefined}
          onChange={(event) => pick && onPick({ ...pick, isTaken: event.target.checked })}
        />
        <ProductPicture id={line.productId} hash={line.pictureHash} />
        <span>
          <b>{goods}</b>
          <span className="small muted product-facts">
            <Code>{line.sku}</Code>
            <Packing line={line} />
          </span>
        </span>
      </label>
      {pick && (
        <input
          className={isUnread ? 'q q-bad' : pick.isTaken ? 'q q-has' : 'q'}
          inputMode="numeric"
          autoComplete="off"
          dir="ltr"
          aria-label={t('reorder.pieces', { goods })}
          aria-describedby={noteId}
          aria-invalid={isUnread || undefined}
          disabled={!pick.isTaken}
          value={pick.typed}
          onChange={(event) => onPick({ ...pick, typed: event.target.value })}
        />
      )}
      <span className="reorder-price num">
        {now && (
          <>
            <b>
              <Digits of={now.net} />
            </b>
            <span className="small muted">
              <PriceMove before={line.before.unitPrice} now={now.unitPrice} /> {t('reorder.each')}
            </span>
          </>
        )}
      </span>
      <span id={noteId} className="reorder-notes small">
        {isUnread && <span className="bad">{t('reorder.noQuantity')}</span>}
        {reasons.map((reason) => (
          <span key={reason.code} className={pick ? 'warn' : 'muted'}>
            {say.reason(reason)}
          </span>
        ))}
      </span>
    </li>
  );
}

function Packing({ line }: { readonly line: ReorderLine }): ReactNode {
  const { t } = useTranslation('ordering');
  const pack = line.now ?? line.before;
  if (pack.pack === 'neutral') return <Chip>{t('pack.neutral')}</Chip>;
  return (
    <Chip tone="ok" icon={BadgeCheck}>
      {t('pack.ownLabel')} <Code>{pack.specCode ?? ''}</Code>
    </Chip>
  );
}

/** The price of a piece, beside the price of then where it is another one. */
export function PriceMove({
  before,
  now,
}: {
  readonly before: UnitPrice;
  readonly now: UnitPrice;
}): ReactNode {
  const { t } = useTranslation('ordering');
  const format = useFormats();
  if (!isPriceMoved(before, now)) return <bdi dir="ltr">{format.unitPrice(now)}</bdi>;
  return (
    <>
      <span className="sr-only">{t('reorder.priceThen')} </span>
      <s>
        <bdi dir="ltr">{format.unitPrice(before)}</bdi>
      </s>{' '}
      <span className="sr-only">{t('reorder.priceNow')} </span>
      <b>
        <bdi dir="ltr">{format.unitPrice(now)}</bdi>
      </b>
    </>
  );
}
