import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../../lib/i18n/format';
import { ErrorLine } from '../../../../ui/states';
import type { Pictures } from '../side';
import { comparePages, type PageDifference } from './compare-pixels';
import type { Pair, PairedPage } from './pair';
import { saidPercent } from './pixel-difference';

/** Compares the previews of a pair while it is looked at. */
export function useDifference(
  pictures: Pictures,
  { older, newer }: Pair,
  isWanted: boolean,
): UseQueryResult<PageDifference> {
  const compared = ({ proof, page }: PairedPage) => ({
    url: pictures.preview({ id: proof.assetId, page: page.page }),
    page,
  });
  return useQuery({
    queryKey: ['proof-difference', older.proof.assetId, newer.proof.assetId, newer.page.page],
    queryFn: () => comparePages(compared(newer), compared(older)),
    enabled: isWanted,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });
}

interface HeatProps {
  readonly difference: PageDifference;
  readonly zoom: number;
}

/** The picture of what changed, over the page. */
export function Heat({ difference: { heat, area }, zoom }: HeatProps): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    canvas.current?.getContext('2d')?.putImageData(new ImageData(heat.data, heat.width, heat.height), 0, 0);
  }, [heat]);
  return (
    <canvas
      ref={canvas}
      className="proof-heat"
      aria-hidden
      width={heat.width}
      height={heat.height}
      style={{
        transform: `translate(${area.x * zoom}px, ${area.y * zoom}px)`,
        inlineSize: area.width * zoom,
        blockSize: area.height * zoom,
      }}
    />
  );
}

/** How much changed, in words, and what the colours say. */
export function HeatKey({ difference }: { readonly difference: UseQueryResult<PageDifference> }): ReactNode {
  const { t } = useTranslation('proofs');
  const { percent } = useFormats();
  if (difference.isError) return <ErrorLine error={difference.error} />;
  return (
    <div className="proof-heat-key">
      <b role="status">
        {!difference.data && t('compare.counting')}
        {difference.data &&
          (difference.data.percent === 0
            ? t('compare.same')
            : t('compare.changed', { share: percent(saidPercent(difference.data.percent)) }))}
      </b>
      <span className="proof-heat-scale small muted">
        {t('compare.little')}
        <span className="proof-heat-colours" aria-hidden />
        {t('compare.much')}
      </span>
    </div>
  );
}
