import type { SpecView } from '@qafila/shared/branding/production-spec-views';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { Card } from '../../../ui/card';

interface ArtworkProps {
  readonly of: NonNullable<SpecView['signed']>['artwork'];
  /** Address of the picture of a page, by the reader's own endpoint. */
  readonly pictureOf: (page: number) => string;
}

/** Finer than a tenth of a millimetre nobody trims. */
export const inTenths = (mm: number): number => Math.round(mm * 10) / 10;

/** Every page of the artwork that was signed, with its trim size. */
export function ArtworkCard({ of, pictureOf }: ArtworkProps): ReactNode {
  const { t } = useTranslation('specs');
  const { number } = useFormats();
  return (
    <Card title={t('artwork.title')}>
      <ul className="spec-pages">
        {of.pages.map(({ page, widthMm, heightMm }) => (
          <li key={page}>
            <a className="file-preview" href={pictureOf(page)} target="_blank" rel="noreferrer">
              <img src={pictureOf(page)} alt={t('artwork.page', { page })} loading="lazy" />
            </a>
            <span className="small muted">
              {t('artwork.size', {
                page,
                width: number(inTenths(widthMm)),
                height: number(inTenths(heightMm)),
              })}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
