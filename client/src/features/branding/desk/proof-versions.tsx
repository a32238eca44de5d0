import type { DesignBriefView } from '@qafila/shared/branding/brief-views';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { useSay } from '../../../lib/i18n/say';
import { Card } from '../../../ui/card';
import { ProofStateChip } from '../briefs/brief-state';
import { ProofUploadPanel } from './proof-upload';

/** Every version, and the way to the next one while the brief is being designed. */
export function ProofVersions({ brief }: { readonly brief: DesignBriefView }): ReactNode {
  const { t } = useTranslation(['desk', 'briefs']);
  const format = useFormats();
  const say = useSay();
  const action = brief.actions.find(({ step }) => step === 'create_proof');
  const [reason] = action?.reasons ?? [];
  return (
    <Card title={t('briefs:version.title')}>
      {brief.proofs.length === 0 && <p className="small muted">{t('upload.none')}</p>}
      {brief.proofs.length > 0 && (
        <ol className="brief-versions">
          {brief.proofs.map((proof) => (
            <li key={proof.id}>
              <Link to={`/design/proofs/${proof.id}`} className="brief-link">
                {t('briefs:version.named', { version: proof.version })}
              </Link>
              <ProofStateChip state={proof.state} />
              <span className="small muted">
                {t('upload.by')} <bdi>{proof.madeBy}</bdi>
                {proof.sentAt !== null && (
                  <> · {t('briefs:version.sent', { when: format.dateTime(proof.sentAt) })}</>
                )}
              </span>
            </li>
          ))}
        </ol>
      )}
      {reason === 'BRIEF_ROUND_NEEDS_QUOTE' && (
        <p className="small">{say.reason({ code: reason, params: {} })}</p>
      )}
      {action?.allowed && <ProofUploadPanel brief={brief} />}
    </Card>
  );
}
