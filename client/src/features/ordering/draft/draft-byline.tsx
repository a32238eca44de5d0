import { NAME_LENGTH } from '@qafila/shared/ordering/ordering.rules';
import { Pencil } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useLocale } from '../../../lib/i18n/locale';
import { useDraft, useDraftBrand, useDraftParts } from './draft-context';
import { SaveWord } from './save-word';

/** The line under the title: the draft's name (editable), when it was saved, the brand it ships under. */
export function DraftByline(): ReactNode {
  const { locale } = useLocale();
  const brand = useDraftBrand();
  const brandName = brand && ((locale === 'ar' ? brand.nameArabic : null) ?? brand.nameLatin);
  return (
    <span className="byline">
      <DraftName />
      <span aria-hidden>{'·'}</span>
      <SaveWord />
      {brandName && (
        <>
          <span aria-hidden>{'·'}</span>
          <span>
            <Trans
              ns="ordering"
              i18nKey="draft.shipsUnder"
              values={{ brand: brandName }}
              components={{ b: <b /> }}
            />
          </span>
        </>
      )}
    </span>
  );
}

function DraftName(): ReactNode {
  const { t } = useTranslation('ordering');
  const { store } = useDraftParts();
  const { header } = useDraft();
  const [typed, setTyped] = useState<string | null>(null);
  const keep = (): void => {
    const name = typed?.trim();
    if (name && name !== header.name) store.setHeader({ name });
    setTyped(null);
  };
  if (typed === null) {
    return (
      <button
        type="button"
        className="draft-name"
        title={t('draft.rename')}
        onClick={() => setTyped(header.name)}
      >
        <bdi>{t('draft.named', { name: header.name })}</bdi>
        <Pencil size={12} aria-label={t('draft.rename')} />
      </button>
    );
  }
  return (
    <input
      className="input draft-name-input"
      dir="auto"
      ref={(input) => {
        if (input && document.activeElement !== input) input.select();
      }}
      maxLength={NAME_LENGTH}
      aria-label={t('draft.name')}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep();
        if (event.key === 'Escape') setTyped(null);
      }}
    />
  );
}
