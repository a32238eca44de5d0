import '../styles/files.css';
import type { AssetRow } from '@qafila/shared/branding/asset-views';
import type { TraderAssetKind } from '@qafila/shared/branding/assets.rules';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { usePermission } from '../../../lib/session';
import { TableSkeleton } from '../../../ui/skeleton';
import { ErrorState } from '../../../ui/states';
import { DropField } from './drop-field';
import { FileThumb } from './file-thumb';
import { FileState } from './file-tile';
import { UploadList } from './upload-list';
import { useFiles } from './use-files';
import { useUploads } from './use-uploads';

interface AssetPickerProps {
  readonly label: string;
  readonly kind: TraderAssetKind;
  /** Ids of the chosen files. */
  readonly chosen: readonly string[];
  /** Several may be chosen; otherwise a choice takes the place of the one before. */
  readonly many?: boolean;
  readonly onChange: (ids: readonly string[]) => void;
}

/** Chooses among the ready files of a kind, or takes a new one right there: it can be chosen once it was checked. */
export function AssetPicker({ label, kind, chosen, many = false, onChange }: AssetPickerProps): ReactNode {
  const { t } = useTranslation('files');
  const mayEdit = usePermission('brand:edit');
  const uploads = useUploads();
  const pages = useFiles({ kind });
  const shown = pages.rows.filter(({ state }) => state !== 'superseded' && state !== 'rejected');
  const toggle = (id: string): void => {
    if (!many) onChange(chosen.includes(id) ? [] : [id]);
    else onChange(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  };
  return (
    <div className="stack stack-tight">
      <fieldset className="asset-picker">
        <legend className="field-label">{label}</legend>
        {pages.query.isPending && <TableSkeleton rows={2} columns={2} />}
        {pages.query.isError && (
          <ErrorState error={pages.query.error} onRetry={() => void pages.query.refetch()} />
        )}
        {pages.query.isSuccess && shown.length === 0 && <p className="small muted">{t('picker.none')}</p>}
        <div className="asset-options">
          {shown.map((file) => (
            <Option
              key={file.id}
              file={file}
              many={many}
              isOn={chosen.includes(file.id)}
              onToggle={() => toggle(file.id)}
            />
          ))}
        </div>
      </fieldset>
      {mayEdit && <UploadList uploads={uploads} />}
      {mayEdit && <DropField kind={kind} onFiles={(files) => uploads.add(files, kind)} />}
    </div>
  );
}

interface OptionProps {
  readonly file: AssetRow;
  readonly many: boolean;
  readonly isOn: boolean;
  readonly onToggle: () => void;
}

function Option({ file, many, isOn, onToggle }: OptionProps): ReactNode {
  const name = useId();
  return (
    <label className={isOn ? 'asset-option asset-option-on' : 'asset-option'}>
      <input
        type={many ? 'checkbox' : 'radio'}
        name={name}
        checked={isOn}
        disabled={file.state !== 'ready'}
        onChange={onToggle}
      />
      <FileThumb file={file} />
      <bdi className="file-name small">{file.name}</bdi>
      {file.state !== 'ready' && <FileState file={file} />}
    </label>
  );
}
