import type { SpecView } from '@qafila/shared/branding/production-spec-views';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../ui/card';
import { HashLine } from './hash-line';

/** The hashes that prove what was signed. */
export function EvidenceCard({
  spec,
}: {
  readonly spec: Pick<SpecView, 'contentHash' | 'signed'>;
}): ReactNode {
  const { t } = useTranslation('specs');
  const { contentHash, signed } = spec;
  const hashes: readonly (readonly [string, string | undefined])[] = [
    ['whole', contentHash],
    ['artwork', signed?.artwork.sha256],
    ['packaging', signed?.packaging.sha256],
  ];
  return (
    <Card title={t('hashes.title')}>
      <dl className="brief-facts">
        {hashes.map(
          ([name, hash]) =>
            hash && (
              <div key={name}>
                <dt>{t(`hashes.${name}`)}</dt>
                <dd>
                  <HashLine of={hash} label={t(`hashes.${name}`)} />
                </dd>
              </div>
            ),
        )}
      </dl>
      <p className="small muted">{t('hashes.note')}</p>
    </Card>
  );
}
