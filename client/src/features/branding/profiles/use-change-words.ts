import type { ProfileVersion } from '@qafila/shared/branding/profiles.contract';
import type { TFunction } from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

type Change = ProfileVersion['changes'][number];

/** Words of the editor for each place in a profile that is not called like them. */
const LABELS: Readonly<Record<string, string>> = {
  returns: 'sender.returns',
  'contact.replyEmail': 'sender.reply',
  'contact.website': 'sender.website',
  'tracking.showsContact': 'tracking.contact',
};
/** Groups whose places are roles, or lines of a document. */
const WITHIN: Readonly<Record<string, string>> = { colours: 'role.', logos: 'role.' };
const VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  returns: { hub: 'sender.hub', own: 'sender.own' },
  'tracking.showsContact': { yes: 'history.yes', no: 'history.no' },
};
const SHORT_ID = 8;

function labelOf(path: string, t: TFunction): string {
  const [group = '', place = ''] = path.split('.');
  const known = LABELS[path];
  if (known) return t(known);
  if (WITHIN[group]) return `${t(`${group}.title`)} · ${t(`${group}.${WITHIN[group]}${place}`)}`;
  const isLine = group !== 'names' && (place === 'arabic' || place === 'latin');
  return isLine ? `${t(`${group}.title`)} · ${t(`line.${place}`)}` : t(path);
}

function shownValue(path: string, text: string | null, t: TFunction): string {
  if (text === null) return t('history.nothing');
  const word = VALUES[path]?.[text];
  if (word) return t(word);
  return path.startsWith('logos.') ? t('history.logo', { id: text.slice(-SHORT_ID) }) : `\u2068${text}\u2069`;
}

/** Says what one version changed, in the words of the form. */
export function useChangeWords(): (change: Change) => string {
  const { t } = useTranslation('profiles');
  return useCallback(
    ({ path, before, after }: Change): string =>
      t('history.change', {
        what: labelOf(path, t),
        before: shownValue(path, before, t),
        after: shownValue(path, after, t),
      }),
    [t],
  );
}
