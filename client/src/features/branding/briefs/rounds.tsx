import type { BriefRow } from '@qafila/shared/branding/brief-views';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Rounds used of those included and bought. */
export function Rounds({ of }: { readonly of: BriefRow['rounds'] }): ReactNode {
  const { t } = useTranslation('briefs');
  return <>{t('rounds.used', { used: of.used, all: of.included + of.bought })}</>;
}
