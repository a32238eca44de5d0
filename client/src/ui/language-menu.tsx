import { Menu } from '@mantine/core';
import { chooseLocale, type SessionView } from '@qafila/shared/identity/identity.contract';
import { HTML_LANG, LOCALES, type Locale, STAFF_LOCALES } from '@qafila/shared/kernel/locale';
import { useQueryClient } from '@tanstack/react-query';
import { Check, Languages } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../lib/call';
import { useLocale } from '../lib/i18n/locale';
import { sessionQuery, useKnownSession } from '../lib/session';

/** Each language by its own name, whatever the page speaks. */
const OWN_NAME: Readonly<Record<Locale, string>> = {
  en: 'English',
  ar: 'العربية',
  no: 'Norsk',
  fr: 'Français',
};

/** The language of the page; kept in this browser and, when signed in, at the server. */
export function LanguageMenu({ staffOnly = false }: { readonly staffOnly?: boolean }): ReactNode {
  const { t } = useTranslation('ui');
  const { locale, show } = useLocale();
  const session = useKnownSession();
  const client = useQueryClient();
  const offered: readonly Locale[] = staffOnly ? STAFF_LOCALES : LOCALES;
  const choose = async (next: Locale): Promise<void> => {
    await show(next, true);
    if (!session) return;
    const changed: SessionView = { ...session, person: { ...session.person, locale: next } };
    client.setQueryData(sessionQuery.queryKey, changed);
    await call(chooseLocale, { body: { locale: next } }).catch(() => undefined);
  };
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <button type="button" className="chip" aria-label={`${t('language')}: ${OWN_NAME[locale]}`}>
          <Languages size={13} aria-hidden />
          {OWN_NAME[locale]}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {offered.map((each) => (
          <Menu.Item
            key={each}
            lang={HTML_LANG[each]}
            leftSection={<Check size={14} aria-hidden opacity={each === locale ? 1 : 0} />}
            onClick={() => void choose(each)}
          >
            {OWN_NAME[each]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
