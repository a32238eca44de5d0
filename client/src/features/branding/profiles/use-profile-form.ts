import type { ProfileContent } from '@qafila/shared/branding/profile-content';
import {
  type PreviewDocument,
  type ProfileDetail,
  saveProfile,
} from '@qafila/shared/branding/profiles.contract';
import type { Locale } from '@qafila/shared/kernel/locale';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../lib/call';
import { useFormats } from '../../../lib/i18n/format';
import { useSay } from '../../../lib/i18n/say';
import { sayDone } from '../../../ui/toast';
import { cardsQuery, profileQuery } from './api';
import { usePreview } from './use-preview';

/** What every section of the editor gets: the content as typed, how to change a part, and what was refused. */
export interface ProfileForm {
  readonly content: ProfileContent;
  readonly canEdit: boolean;
  readonly change: <K extends keyof ProfileContent>(part: K, value: ProfileContent[K]) => void;
  /** The fault of a field, by its path in the content. */
  readonly fault: (path: string) => string | undefined;
}

/** An empty field is no value: typed and removed again is not a change. */
const plain = (content: ProfileContent): string =>
  JSON.stringify(content, (_, value: unknown) => (value === '' ? null : value));

/** The profile in the editor: typed over the saved version, saved as the next one. */
export function useProfileForm(
  profile: ProfileDetail,
  shown: { readonly document: PreviewDocument; readonly locale: Locale },
) {
  const { t } = useTranslation('profiles');
  const format = useFormats();
  const client = useQueryClient();
  const say = useSay();
  const [content, setContent] = useState(profile.content);
  const save = useMutation({
    mutationFn: () =>
      call(saveProfile, { params: { id: profile.id }, ifMatch: profile.version, body: content }),
    onSuccess: async (saved) => {
      client.setQueryData(profileQuery(profile.id).queryKey, saved);
      setContent(saved.content);
      sayDone(t('edit.saved', { version: format.number(saved.version) }));
      await client.invalidateQueries({ queryKey: cardsQuery.queryKey });
      await client.invalidateQueries({ queryKey: ['brand', 'versions', profile.id] });
    },
  });
  const drawn = usePreview(profile, content, shown);
  const form: ProfileForm = {
    content,
    canEdit: profile.mayEdit,
    change: (part, value) => setContent((now) => ({ ...now, [part]: value })),
    // The preview reads the form before anybody saves it, so it finds faults first.
    fault: (path) => say.field(drawn.preview.error, `content.${path}`) ?? say.field(save.error, path),
  };
  return { form, drawn, save, isChanged: plain(content) !== plain(profile.content) };
}
