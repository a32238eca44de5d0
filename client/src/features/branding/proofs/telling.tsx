import type { ProofState } from '@qafila/shared/branding/branding.lifecycle';
import { Link } from '@tanstack/react-router';
import { Hourglass, Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { Chip, type Tone } from '../../../ui/chip';
import type { ShownProof, Side } from './side';

const TONES: Readonly<Record<ProofState, Tone>> = {
  draft: 'plain',
  internal_review: 'info',
  sent: 'warn',
  viewed: 'warn',
  approved: 'ok',
  changes_required: 'info',
  rejected: 'bad',
  expired: 'bad',
  superseded: 'plain',
};

/** How the version stands and how many rounds are used. */
export function StateChips({ proof }: { readonly proof: ShownProof }): ReactNode {
  const { t } = useTranslation('proofs');
  const { rounds } = proof;
  return (
    <>
      <Chip tone={TONES[proof.state]}>{t(`state.${proof.state}`)}</Chip>
      <Chip>{t('rounds', { used: rounds.used, all: rounds.included + rounds.bought })}</Chip>
    </>
  );
}

const WAITS: readonly ProofState[] = ['sent', 'viewed'];

/** What somebody has to know first: closed and why, or until when an answer is awaited. */
export function Telling({ side, proof }: { readonly side: Side; readonly proof: ShownProof }): ReactNode {
  const { t } = useTranslation('proofs');
  const { date } = useFormats();
  const newest = proof.versions[0];
  const isOld = proof.state === 'superseded' && newest !== undefined && newest.id !== proof.id;
  if (isOld)
    return (
      <p className="proof-telling">
        <Lock size={15} aria-hidden />
        <span>
          {t('telling.superseded', { version: proof.version })}{' '}
          <Link to={side.pathOf(newest.id)}>{t('telling.newest', { version: newest.version })}</Link>
        </span>
      </p>
    );
  if (WAITS.includes(proof.state) && proof.expiresAt !== null)
    return (
      <p className="proof-telling proof-telling-wait">
        <Hourglass size={15} aria-hidden />
        <span>{t(`telling.expires.${side.name}`, { date: date(proof.expiresAt) })}</span>
      </p>
    );
  const said = SAID[proof.state];
  if (!said) return null;
  return (
    <p className="proof-telling">
      <Lock size={15} aria-hidden />
      <span>{t(`telling.${said}`)}</span>
    </p>
  );
}

const SAID: Partial<Readonly<Record<ProofState, string>>> = {
  superseded: 'closed',
  approved: 'approved',
  changes_required: 'changes',
  rejected: 'rejected',
  expired: 'expired',
};
