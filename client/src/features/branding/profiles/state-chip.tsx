import type { BrandProfileState } from '@qafila/shared/branding/branding.lifecycle';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Chip, type Tone } from '../../../ui/chip';

const TONE: Readonly<Record<BrandProfileState, Tone>> = {
  draft: 'plain',
  active: 'ok',
  suspended: 'warn',
  archived: 'plain',
};

/** Where a profile is in its life. */
export function StateChip({ state }: { readonly state: BrandProfileState }): ReactNode {
  const { t } = useTranslation('profiles');
  return <Chip tone={TONE[state]}>{t(`state.${state}`)}</Chip>;
}
