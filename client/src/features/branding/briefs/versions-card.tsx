import type { BriefView } from '@qafila/shared/branding/brief-views';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { Card } from '../../../ui/card';
import { ProofStateChip } from './brief-state';
import { Rounds } from './rounds';

/** Versions that were sent, newest first, each leading to its proof. */
export function VersionsCard({ brief }: { readonly brief: BriefView }): ReactNode {
  const { t } = useTranslation('briefs');
  const format = useFormats();
  return (
    <Card
      title={t('version.title')}
      aside={
        <span className="small muted">
          <Rounds of={brief.rounds} />
        </span>
      }
    >
      {brief.proofs.length === 0 && <p className="small muted">{t('version.noneText')}</p>}
      {brief.proofs.length > 0 && (
        <ol className="brief-versions">
          {brief.proofs.map((proof) => (
            <li key={proof.id}>
              <Link to={`/brand/proofs/${proof.id}`} className="brief-link">
                {t('version.named', { version: proof.version })}
              </Link>
              <ProofStateChip state={proof.state} />
              {proof.sentAt !== null && (
                <span className="small muted">
                  {t('version.sent', { when: format.dateTime(proof.sentAt) })}
                </span>
              )}
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
