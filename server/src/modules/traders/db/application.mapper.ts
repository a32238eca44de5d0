import type { ApplicationState } from '@qafila/shared/traders/application.lifecycle';
import type { FieldValues } from '@qafila/shared/traders/application-fields';
import type { Verdict } from '@qafila/shared/traders/application-views';
import type { ItemKind } from '@qafila/shared/traders/checklist';
import type { Sealer } from '../../../platform/crypto/field-cipher';
import type { Application, Item } from '../domain/application';
import { itemPlace, reasonPlace } from './sealed-places';

export interface ApplicationRow {
  company_id: string;
  id: string;
  kind: 'opening' | 'renewal';
  country: string;
  state: ApplicationState;
  version: number;
  attempt: number;
  submissions: number;
  changed_at: Date;
  submitted_at: Date | null;
  due_at: Date | null;
  claimed_by: string | null;
  claimed_until: Date | null;
  decided_at: Date | null;
  reason_code: string | null;
  reason_text_enc: string | null;
}
export interface ItemRow {
  application_id: string;
  kind: ItemKind;
  values_enc: string;
  last_values_enc: string | null;
  is_changed: boolean;
  is_file_changed: boolean;
  verdict: Verdict;
  reason_code: string | null;
  reason_text_enc: string | null;
  marks: Item['marks'];
  decided_at: Date | null;
  file_id: string | null;
  file_name_enc: string | null;
  file_pages: number | null;
  file_at: Date | null;
  content_type: string | null;
}

export const APPLICATION_COLUMNS = `company_id, id, kind, country, state, version, attempt, submissions, changed_at,
  submitted_at, due_at, claimed_by, claimed_until, decided_at, reason_code, reason_text_enc`;

export function toApplication(row: ApplicationRow, sealer: Sealer): Application {
  return {
    companyId: row.company_id,
    id: row.id,
    kind: row.kind,
    country: row.country,
    state: row.state,
    version: row.version,
    attempt: row.attempt,
    submissions: row.submissions,
    changedAt: row.changed_at,
    submittedAt: row.submitted_at,
    dueAt: row.due_at,
    claimedBy: row.claimed_by,
    claimedUntil: row.claimed_until,
    decidedAt: row.decided_at,
    reasonCode: row.reason_code,
    reasonText: row.reason_text_enc === null ? null : sealer.open(reasonPlace(row.id), row.reason_text_enc),
  };
}

export function toItem(row: ItemRow, sealer: Sealer): Item {
  const open = (column: string, sealed: string): string =>
    sealer.open(itemPlace(column, row.application_id, row.kind), sealed);
  const values = (column: string, sealed: string): FieldValues =>
    JSON.parse(open(column, sealed)) as FieldValues;
  return {
    kind: row.kind,
    values: values('values_enc', row.values_enc),
    last: row.last_values_enc === null ? null : values('last_values_enc', row.last_values_enc),
    isChanged: row.is_changed,
    isFileChanged: row.is_file_changed,
    verdict: row.verdict,
    reason:
      row.reason_code === null
        ? null
        : { code: row.reason_code, text: open('reason_text_enc', row.reason_text_enc ?? '') },
    marks: row.marks,
    decidedAt: row.decided_at,
    file:
      row.file_id === null || row.file_at === null
        ? null
        : {
            id: row.file_id,
            name: open('file_name_enc', row.file_name_enc ?? ''),
            contentType: row.content_type ?? '',
            pages: row.file_pages ?? 1,
            uploadedAt: row.file_at,
          },
  };
}

/** The sealed columns of an item. */
export function sealedItem(item: Item, applicationId: string, sealer: Sealer) {
  const seal = (column: string, text: string): string =>
    sealer.seal(itemPlace(column, applicationId, item.kind), text);
  return {
    kind: item.kind,
    values_enc: seal('values_enc', JSON.stringify(item.values)),
    last_values_enc: item.last && seal('last_values_enc', JSON.stringify(item.last)),
    is_changed: item.isChanged,
    is_file_changed: item.isFileChanged,
    verdict: item.verdict,
    reason_code: item.reason?.code ?? null,
    reason_text_enc: item.reason && seal('reason_text_enc', item.reason.text),
    marks: item.marks,
    decided_at: item.decidedAt,
    file_id: item.file?.id ?? null,
    file_name_enc: item.file && seal('file_name_enc', item.file.name),
    file_pages: item.file?.pages ?? null,
    file_at: item.file?.uploadedAt ?? null,
  };
}
