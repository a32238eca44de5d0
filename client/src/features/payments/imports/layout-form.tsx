import type { AnswerOf } from '@qafila/shared/access/endpoint';
import {
  type CsvLayout,
  DATE_ORDERS,
  type getImportTable,
  type previewLayout,
} from '@qafila/shared/payments/statements.contract';
import { FileCheck, Trash2 } from 'lucide-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { SelectField, TextField } from '../../../ui/field';
import { Segments } from '../../../ui/segments';
import { ErrorLine } from '../../../ui/states';
import { type AmountMode, type LayoutDraft, missingIn } from './layout-draft';
import { useLayoutSteps } from './use-layout';

interface LayoutFormProps {
  readonly id: string;
  readonly table: AnswerOf<typeof getImportTable>;
  readonly headerRow: number;
  readonly draft: LayoutDraft;
  readonly mode: AmountMode;
  readonly layout: CsvLayout | null;
  /** The file as the layout reads it, once it is known. */
  readonly preview: AnswerOf<typeof previewLayout> | undefined;
  readonly onHeaderRow: (row: number) => void;
  readonly onDraft: (draft: LayoutDraft) => void;
  readonly onMode: (mode: AmountMode) => void;
}
/** Columns of which a layout has one or none. */
type Single = Exclude<keyof LayoutDraft['columns'], 'text'>;

const NAME_LETTERS = 2;
const ROW_LETTERS = 40;

/** Enough of a row to know it by. */
function shortened(row: readonly string[]): string {
  const said = row.filter((cell) => cell.trim() !== '').join(' · ');
  return said.length > ROW_LETTERS ? `${said.slice(0, ROW_LETTERS)}…` : said;
}

/** Which column is what; the bank's name last, since the next file of this bank is known by it. */
export function LayoutForm(props: LayoutFormProps): ReactNode {
  const { id, table, headerRow, draft, mode, layout, preview } = props;
  const { t } = useTranslation('payments');
  const [name, setName] = useState('');
  const { save, drop, isOver } = useLayoutSteps(id);
  const rows = table.rows.map((row, i) => ({
    value: String(i + 1),
    text: t('layout.row', {
      row: i + 1,
      cells: shortened(row),
    }),
  }));
  const missing = missingIn(draft, mode).map((part) => t(`layout.missing.${part}`));
  const reason =
    missing[0] ??
    (preview?.fault ? t('layout.missing.fit') : undefined) ??
    (name.trim().length < NAME_LETTERS ? t('layout.missing.name') : undefined);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (layout !== null && reason === undefined) save.mutate({ name: name.trim(), headerRow, layout });
  };
  return (
    <Card title={t('layout.columns')}>
      <form className="stack" onSubmit={submit}>
        <SelectField
          label={t('layout.headerRow')}
          value={String(headerRow)}
          options={rows}
          onChange={(row) => props.onHeaderRow(Number(row))}
        />
        <DateFields {...props} />
        <AmountFields {...props} />
        <TextFields {...props} />
        <TextField
          label={t('layout.name')}
          hint={t('layout.nameHint')}
          value={name}
          maxLength={60}
          onChange={setName}
        />
        <ErrorLine error={save.error ?? drop.error} />
        <div className="inline layout-steps">
          <Button
            type="submit"
            kind="primary"
            icon={FileCheck}
            busy={save.isPending || isOver}
            {...(reason === undefined ? {} : { reason })}
          >
            {t('layout.save')}
          </Button>
          <Button kind="quiet" icon={Trash2} busy={drop.isPending} onClick={() => drop.mutate()}>
            {t('layout.drop')}
          </Button>
        </div>
      </form>
    </Card>
  );
}

/** One column to choose; one that may be missing says so first. */
function ColumnField({ column, ...props }: LayoutFormProps & { readonly column: Single }): ReactNode {
  const { t } = useTranslation('payments');
  const { table, headerRow, draft, onDraft } = props;
  const at = draft.columns[column];
  return (
    <SelectField
      label={t(`layout.column.${column}`)}
      value={at === null ? '' : String(at)}
      options={[{ value: '', text: t('layout.notThere') }, ...useColumns(table, headerRow)]}
      onChange={(value) =>
        onDraft({ ...draft, columns: { ...draft.columns, [column]: value === '' ? null : Number(value) } })
      }
    />
  );
}

function useColumns(table: LayoutFormProps['table'], headerRow: number) {
  const { t } = useTranslation('payments');
  const header = table.rows[headerRow - 1] ?? [];
  return header.map((cell, i) => ({
    value: String(i),
    text: cell.trim() === '' ? t('layout.unnamed', { column: i + 1 }) : cell.trim(),
  }));
}

function DateFields(props: LayoutFormProps): ReactNode {
  const { t } = useTranslation('payments');
  const { draft, onDraft } = props;
  const orders = DATE_ORDERS.map((value) => ({ value, text: t(`layout.order.${value}`) }));
  return (
    <fieldset className="layout-part">
      <legend>{t('layout.dates')}</legend>
      <div className="layout-pair">
        <ColumnField {...props} column="date" />
        <ColumnField {...props} column="valueDate" />
      </div>
      <SelectField
        label={t('layout.orderLabel')}
        value={draft.dateOrder}
        options={orders}
        onChange={(value) => {
          const dateOrder = DATE_ORDERS.find((each) => each === value);
          if (dateOrder) onDraft({ ...draft, dateOrder });
        }}
      />
    </fieldset>
  );
}

function AmountFields(props: LayoutFormProps): ReactNode {
  const { t } = useTranslation('payments');
  const { draft, mode, onDraft, onMode } = props;
  const modes = (['one', 'two'] as const).map((value) => ({ value, text: t(`layout.mode.${value}`) }));
  const points = (['.', ','] as const).map((value) => ({
    value,
    text: <bdi dir="ltr">{value === '.' ? '1,234.50' : '1.234,50'}</bdi>,
  }));
  return (
    <fieldset className="layout-part">
      <legend>{t('layout.amounts')}</legend>
      <Segments label={t('layout.modeLabel')} options={modes} value={mode} onChange={onMode} />
      <div className="layout-pair">
        {mode === 'one' ? (
          <>
            <ColumnField {...props} column="amount" />
            <ColumnField {...props} column="direction" />
          </>
        ) : (
          <>
            <ColumnField {...props} column="debit" />
            <ColumnField {...props} column="credit" />
          </>
        )}
        <ColumnField {...props} column="balance" />
      </div>
      <Segments
        label={t('layout.decimalLabel')}
        options={points}
        value={draft.decimal}
        onChange={(decimal) => onDraft({ ...draft, decimal })}
      />
    </fieldset>
  );
}

function TextFields(props: LayoutFormProps): ReactNode {
  const { t } = useTranslation('payments');
  const { table, headerRow, draft, onDraft } = props;
  const columns = useColumns(table, headerRow);
  const { text } = draft.columns;
  const choose = (place: number, value: string): void => {
    const chosen = [...text];
    if (value === '') chosen.splice(place, 1);
    else chosen[place] = Number(value);
    onDraft({ ...draft, columns: { ...draft.columns, text: [...new Set(chosen)] } });
  };
  const places = text.length === 0 ? [0] : [0, 1];
  return (
    <fieldset className="layout-part">
      <legend>{t('layout.texts')}</legend>
      <div className="layout-pair">
        {places.map((place) => (
          <SelectField
            key={place}
            label={t(place === 0 ? 'layout.column.text' : 'layout.column.moreText')}
            value={String(text[place] ?? '')}
            options={[{ value: '', text: t('layout.notThere') }, ...columns]}
            onChange={(value) => choose(place, value)}
          />
        ))}
        <ColumnField {...props} column="reference" />
        <ColumnField {...props} column="payerName" />
        <ColumnField {...props} column="payerIban" />
      </div>
    </fieldset>
  );
}
