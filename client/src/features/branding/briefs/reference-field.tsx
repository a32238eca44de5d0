import { TRADER_ASSET_KINDS, type TraderAssetKind } from '@qafila/shared/branding/assets.rules';
import { BRIEF_LIMITS } from '@qafila/shared/branding/brief-views';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Segments } from '../../../ui/segments';
import { AssetPicker } from '../files/asset-picker';
import { References } from './references';
import type { BriefForm } from './use-brief-form';

/** Files that show what is meant: the chosen ones with their states, and the company's files of each kind. */
export function ReferenceField({ form }: { readonly form: BriefForm }): ReactNode {
  const { t } = useTranslation('briefs');
  const [kind, setKind] = useState<TraderAssetKind>('reference');
  const { references } = form.fields;
  const known = form.brief.references.filter(({ assetId }) => references.includes(assetId));
  const change = (ids: readonly string[]): void =>
    form.change({ references: ids.slice(0, BRIEF_LIMITS.files) });
  const remove = (id: string): void => change(references.filter((each) => each !== id));
  return (
    <div className="stack">
      {known.length > 0 && <References files={known} onRemove={remove} />}
      {references.length >= BRIEF_LIMITS.files && (
        <p className="small muted">{t('form.filesFull', { most: BRIEF_LIMITS.files })}</p>
      )}
      <Segments
        label={t('form.fileKind')}
        value={kind}
        onChange={setKind}
        options={TRADER_ASSET_KINDS.map((value) => ({ value, text: t(`fileKinds.${value}`) }))}
      />
      <AssetPicker
        key={kind}
        label={t(`fileKinds.${kind}`)}
        kind={kind}
        many
        chosen={references}
        onChange={change}
      />
    </div>
  );
}
