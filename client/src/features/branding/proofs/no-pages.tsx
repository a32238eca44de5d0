import { FileClock } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../ui/states';

/** The file of the version is still being opened, or its pictures are gone. */
export function NoPages(): ReactNode {
  const { t } = useTranslation('proofs');
  return (
    <EmptyState icon={FileClock} title={t('noPages.title')}>
      {t('noPages.text')}
    </EmptyState>
  );
}
