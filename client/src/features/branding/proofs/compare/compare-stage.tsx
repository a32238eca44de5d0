import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SelectField } from '../../../../ui/field';
import { Segments } from '../../../../ui/segments';
import { Bone, Loading } from '../../../../ui/skeleton';
import { ErrorState } from '../../../../ui/states';
import type { ShownProof, Side } from '../side';
import { LOOKS, proofQuery, type Sight } from '../use-review';
import { NoteLayer } from '../viewer/note-layer';
import { Sheet } from '../viewer/sheet';
import { Zoom } from '../viewer/stage-bar';
import { useView } from '../viewer/use-view';
import { Viewer } from '../viewer/viewer';
import { Heat, HeatKey, useDifference } from './heat';
import { type Pair, pairOf } from './pair';

interface CompareStageProps {
  readonly side: Side;
  readonly proof: ShownProof;
  readonly sight: Sight;
  readonly other: ShownProof['versions'][number];
  readonly onChoose: (id: string) => void;
}

/** Two versions: beside each other and moved together, one over the other, or what changed between them. */
export function CompareStage(props: CompareStageProps): ReactNode {
  const { side, proof, sight, other } = props;
  const { t } = useTranslation('proofs');
  const read = useQuery(proofQuery(side, other.id));
  if (read.isError && !read.data)
    return <ErrorState error={read.error} what={t('compare.failed')} onRetry={() => void read.refetch()} />;
  if (!read.data)
    return (
      <Loading>
        <Bone height={420} />
      </Loading>
    );
  const pair = pairOf(proof, read.data, sight.page.page);
  if (!pair)
    return (
      <p className="proof-none">{t('compare.noPage', { version: other.version, page: sight.page.page })}</p>
    );
  return <Compared key={`${other.id} ${sight.page.page}`} {...props} pair={pair} />;
}

const NO_GESTURE = { tool: 'hand' } as const;

function Compared({
  side,
  proof,
  sight,
  other,
  pair,
  onChoose,
}: CompareStageProps & { readonly pair: Pair }): ReactNode {
  const { t } = useTranslation('proofs');
  const control = useView(pair.newer.page);
  const [opacity, setOpacity] = useState(50);
  const { look } = sight;
  const difference = useDifference(side.pictures, pair, look === 'change');
  const { older, newer } = pair;
  const label = (version: number): string => t('viewer.label', { version });
  const shared = { control, pictures: side.pictures };
  return (
    <>
      <div className="proof-bar proof-compare-bar">
        <Segments
          label={t('compare.look')}
          value={look}
          onChange={sight.setLook}
          options={LOOKS.map((value) => ({ value, text: t(`compare.${value}`) }))}
        />
        {proof.versions.length > 2 && (
          <SelectField
            label={t('compare.with')}
            value={String(other.version)}
            onChange={(version) => sight.setOther(Number(version))}
            options={proof.versions
              .filter(({ id }) => id !== proof.id)
              .map(({ version }) => ({ value: String(version), text: t('versions.version', { version }) }))}
          />
        )}
        <Zoom control={control} />
      </div>
      {look === 'side' && (
        <div className="proof-pair">
          {[older, newer].map(({ proof: shown, page }, place) => (
            <figure key={shown.id} className="proof-half">
              <figcaption className="small">
                <b>{t('versions.version', { version: shown.version })}</b>{' '}
                {shown.isLocked && <span className="muted">{t('compare.locked')}</span>}
              </figcaption>
              <Viewer
                {...shared}
                label={label(shown.version)}
                fileId={shown.assetId}
                page={page}
                {...(place === 0 ? { attach: control.attach } : {})}
                watermark={shown.watermark}
                gestures={{ ...NO_GESTURE, ...(shown.id === proof.id ? { onSelect: onChoose } : {}) }}
              >
                <NoteLayer
                  notes={shown.notes.filter((note) => note.page === page.page)}
                  selectedId={sight.selected?.id ?? null}
                  onSelect={shown.id === proof.id ? onChoose : NOTHING}
                />
              </Viewer>
            </figure>
          ))}
        </div>
      )}
      {look !== 'side' && (
        <Viewer
          {...shared}
          label={t('compare.label', { one: older.proof.version, other: newer.proof.version })}
          fileId={look === 'over' ? older.proof.assetId : newer.proof.assetId}
          page={look === 'over' ? older.page : newer.page}
          attach={control.attach}
          watermark={newer.proof.watermark}
          gestures={NO_GESTURE}
          over={
            look === 'over' ? (
              <Sheet {...shared} fileId={newer.proof.assetId} page={newer.page} opacity={opacity / 100} />
            ) : (
              difference.data && <Heat difference={difference.data} zoom={control.view.zoom} />
            )
          }
        />
      )}
      {look === 'over' && (
        <label className="proof-slider small">
          <span>{t('versions.version', { version: older.proof.version })}</span>
          <input
            type="range"
            dir="ltr"
            min={0}
            max={100}
            step={5}
            value={opacity}
            aria-label={t('compare.opacity', { version: newer.proof.version })}
            onChange={(event) => setOpacity(event.target.valueAsNumber)}
          />
          <span>{t('versions.version', { version: newer.proof.version })}</span>
        </label>
      )}
      {look === 'change' && <HeatKey difference={difference} />}
    </>
  );
}

const NOTHING = (): void => undefined;
