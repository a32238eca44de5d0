import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../lib/session';
import { Card } from '../../../ui/card';
import { LanguageMenu } from '../../../ui/language-menu';

/** The language of screens and mails. */
export function LanguageCard(): ReactNode {
  const { t } = useTranslation(['identity', 'ui']);
  const { person } = useSession();
  return (
    <Card title={t('ui:language')} aside={<LanguageMenu staffOnly={person.kind === 'staff'} />}>
      <p className="small muted">{t('security.languageText')}</p>
    </Card>
  );
}
