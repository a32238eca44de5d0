import type { PackagingState } from '@qafila/shared/branding/branding.lifecycle';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Chip, type Tone } from '../../../ui/chip';

const TONE: Readonly<Record<PackagingState, Tone>> = { draft: 'warn', ready: 'ok', archived: 'plain' };

/** Where a packaging spec stands. */
export function StateChip({ state }: { readonly state: PackagingState }): ReactNode {
  const { t } = useTranslation('packaging');
  return <Chip tone={TONE[state]}>{t(`state.${state}`)}</Chip>;
}
