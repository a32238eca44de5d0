import type { ProfileContent } from '@qafila/shared/branding/profile-content';
import {
  type PreviewDocument,
  type ProfileDetail,
  previewProfile,
} from '@qafila/shared/branding/profiles.contract';
import type { Locale } from '@qafila/shared/kernel/locale';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { call } from '../../../lib/call';

const REST_MS = 500;

/** The value once nobody has changed it for a moment. */
function useRested<T>(value: T): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), REST_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}

/** Draws a document of the form as it stands, saved or not, whenever typing rests. */
export function usePreview(
  { id: profileId, mayEdit }: Pick<ProfileDetail, 'id' | 'mayEdit'>,
  content: ProfileContent,
  of: { readonly document: PreviewDocument; readonly locale: Locale },
) {
  const rested = useRested(content);
  const { document, locale } = of;
  const preview = useQuery({
    queryKey: ['brand', 'preview', profileId, document, locale, rested],
    queryFn: ({ signal }) =>
      call(previewProfile, { body: { profileId, content: rested, document, locale }, signal }),
    enabled: mayEdit,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    placeholderData: keepPreviousData,
  });
  return { preview, isDrawing: preview.isFetching || rested !== content };
}
export type Preview = ReturnType<typeof usePreview>;
