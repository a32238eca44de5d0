import type { ReviewItemView, ReviewView } from '@qafila/shared/traders/application-views';
import type { ItemKind } from '@qafila/shared/traders/checklist';
import { Circle } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { Chip } from '../../../ui/chip';
import { Meter } from '../../../ui/meter';

/** The items with their verdicts, and how far the review is. */
export function ReviewItems(props: {
  readonly view: ReviewView;
  readonly open: ItemKind | undefined;
  readonly onOpen: (kind: ItemKind) => void;
}): ReactNode {
  const { t } = useTranslation('review');
  const { view } = props;
  const accepted = view.items.filter((item) => item.verdict === 'accepted').length;
  const valueText = t('acceptedOf', { accepted, total: view.items.length });
  return (
    <nav className="card check-list" aria-label={t('items')}>
      <ol>
        {view.items.map((item) => (
          <li key={item.kind}>
            <button
              type="button"
              className="check-item"
              aria-current={item.kind === props.open ? 'step' : undefined}
              onClick={() => props.onOpen(item.kind)}
            >
              <span className="check-words">
                <b>{t(`item.${item.kind}`)}</b>
                <span className="small muted">
                  <ItemNote view={view} item={item} />
                </span>
              </span>
              <VerdictChip item={item} isOpen={item.kind === props.open} />
            </button>
          </li>
        ))}
      </ol>
      <div className="check-foot">
        <Meter label={t('items')} value={accepted} goal={view.items.length} valueText={valueText} />
        <p className="small muted">
          {valueText}
          <span className="keys-line">{` · ${t('keysShort')}`}</span>
        </p>
      </div>
    </nav>
  );
}

function VerdictChip({
  item,
  isOpen,
}: {
  readonly item: ReviewItemView;
  readonly isOpen: boolean;
}): ReactNode {
  const { t } = useTranslation('review');
  if (item.verdict === 'accepted') return <Chip tone="ok">{t('verdict.accepted')}</Chip>;
  if (item.verdict === 'change_asked') return <Chip tone="bad">{t('verdict.asked')}</Chip>;
  if (isOpen) return <Chip tone="info">{t('verdict.open')}</Chip>;
  return <Chip icon={Circle}>{t('verdict.waiting')}</Chip>;
}

function ItemNote({ view, item }: { readonly view: ReviewView; readonly item: ReviewItemView }): ReactNode {
  const { t } = useTranslation('review');
  const format = useFormats();
  if (item.isChanged || item.isFileChanged) return t('note.changed');
  if (item.kind === 'contact') return t(view.hasSecondFactor ? 'note.contact' : 'note.contactNoFactor');
  if (item.kind === 'trade_terms' && view.terms.tradeTerms)
    return t('note.terms', {
      version: view.terms.tradeTerms.version,
      when: format.date(view.terms.tradeTerms.acceptedAt),
    });
  if (item.kind === 'legal_name') return t(item.values.nameArabic ? 'note.bothNames' : 'note.latinName');
  const shown = item.values.shortAddress ?? item.values.number ?? item.values.city;
  return shown ? <bdi dir="auto">{shown}</bdi> : t('note.empty');
}
