import { assetPreview, readAsset } from '@qafila/shared/branding/assets.contract';
import { type BrandProfileView, brandLogo } from '@qafila/shared/branding/branding.contract';
import { useQuery } from '@tanstack/react-query';
import { call } from '../../../lib/call';
import { callRaw } from '../../../lib/call-raw';
import type { Artwork, Look } from './look';

/** A picture as an address that holds it: a drawing saved as a file keeps it. */
function addressOf(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error('The picture could not be read'));
    reader.readAsDataURL(blob);
  });
}

async function readArtwork(id: string): Promise<Artwork> {
  const { pages } = await call(readAsset, { params: { id } });
  const [page] = pages;
  const url = await addressOf(await callRaw(assetPreview, { params: { id, page: 1 } }));
  if (!page) return { url, trim: { x: 0, y: 0, width: 1, height: 1 }, ratio: 1 };
  return {
    url,
    trim: {
      x: page.trimXMm / page.mediaWMm,
      y: page.trimYMm / page.mediaHMm,
      width: page.trimWMm / page.mediaWMm,
      height: page.trimHMm / page.mediaHMm,
    },
    ratio: page.trimWMm / page.trimHMm,
  };
}

const PLAIN = { ink: '#3b2f24', accent: '#c8963e' };

interface LookState {
  readonly look: Look;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly retry: () => void;
}

/** What the mock-up shows: a brand's logo and colours, or a file of the trader's. */
export function useLook(brand: BrandProfileView | undefined, artworkId: string | null): LookState {
  const logo = useQuery({
    queryKey: ['brand', 'logo', brand?.id, brand?.version],
    enabled: brand?.hasLogo === true,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => addressOf(await callRaw(brandLogo, { params: { id: brand?.id ?? '' } })),
  });
  const artwork = useQuery({
    queryKey: ['brand', 'artwork', artworkId],
    enabled: artworkId !== null,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => readArtwork(artworkId ?? ''),
  });
  const asked = artworkId === null ? logo : artwork;
  return {
    look: {
      name: brand?.nameLatin ?? '',
      ink: brand?.ink ?? PLAIN.ink,
      accent: brand?.accent ?? PLAIN.accent,
      logo: logo.data ?? null,
      artwork: artworkId === null ? null : (artwork.data ?? null),
    },
    isPending: asked.isLoading,
    error: asked.error,
    retry: () => void asked.refetch(),
  };
}
