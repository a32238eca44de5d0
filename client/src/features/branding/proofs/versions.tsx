import { Link } from '@tanstack/react-router';
import { GitCompareArrows, Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { Button } from '../../../ui/button';
import type { ShownProof, Side } from './side';
import type { Sight } from './use-review';

interface VersionsProps {
  readonly side: Side;
  readonly proof: ShownProof;
  readonly sight: Sight;
}

/** The versions of the brief, the newest first; older ones are looked at and compared, not written on. */
export function Versions({ side, proof, sight }: VersionsProps): ReactNode {
  const { t } = useTranslation('proofs');
  const { other, look } = sight;
  return (
    <nav className="proof-versions" aria-label={t('versions.label')}>
      <ul>
        {proof.versions.map((version) => (
          <li key={version.id}>
            <Version side={side} version={version} isShown={version.id === proof.id} />
          </li>
        ))}
      </ul>
      {other && (
        <Button
          wide
          size="small"
          icon={GitCompareArrows}
          onClick={() => sight.setLook(look === 'one' ? 'side' : 'one')}
        >
          {t(look === 'one' ? 'versions.compare' : 'versions.stop', {
            one: Math.min(proof.version, other.version),
            other: Math.max(proof.version, other.version),
          })}
        </Button>
      )}
    </nav>
  );
}

interface VersionProps {
  readonly side: Side;
  readonly version: ShownProof['versions'][number];
  readonly isShown: boolean;
}

function Version({ side, version, isShown }: VersionProps): ReactNode {
  const { t } = useTranslation('proofs');
  const { date } = useFormats();
  const isOld = version.state === 'superseded';
  return (
    <Link
      to={side.pathOf(version.id)}
      className="card proof-version"
      aria-current={isShown ? 'page' : undefined}
    >
      <span className="proof-version-picture">
        <img src={side.pictures.thumb(version.assetId)} alt="" loading="lazy" />
      </span>
      <span className="proof-version-text">
        <b>{t('versions.version', { version: version.version })}</b>
        <span className="small muted">
          {version.sentAt === null ? t('versions.unsent') : date(version.sentAt)}
        </span>
        <span className="small muted proof-version-state">
          {isOld && <Lock size={11} aria-hidden />}
          {t(`state.${version.state}`)}
        </span>
      </span>
    </Link>
  );
}
