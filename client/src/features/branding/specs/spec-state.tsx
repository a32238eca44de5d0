import type { SpecRow } from '@qafila/shared/branding/production-spec-views';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Chip, type Tone } from '../../../ui/chip';

type Standing = Pick<SpecRow, 'state' | 'lockedAt'>;
export type SpecStanding = SpecRow['state'] | 'refused';

/** Where a spec stands: one that was taken out before it was ever locked is one the check refused. */
export const standingOf = ({ state, lockedAt }: Standing): SpecStanding =>
  state === 'retired' && lockedAt === null ? 'refused' : state;

const TONE: Readonly<Record<SpecStanding, Tone>> = {
  draft: 'warn',
  locked: 'ok',
  released: 'ok',
  retired: 'plain',
  refused: 'bad',
};

/** Where a production spec stands. */
export function SpecStateChip({ of }: { readonly of: Standing }): ReactNode {
  const { t } = useTranslation('specs');
  const standing = standingOf(of);
  return <Chip tone={TONE[standing]}>{t(`state.${standing}`)}</Chip>;
}
