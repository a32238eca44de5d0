import type { Place } from '../../../platform/crypto/field-cipher';

/** Where the sealed columns of an item stand. */
export const itemPlace = (column: string, applicationId: string, kind: string): Place => ({
  table: 'application_items',
  column,
  rowId: `${applicationId}/${kind}`,
});
export const reasonPlace = (id: string): Place => ({
  table: 'applications',
  column: 'reason_text_enc',
  rowId: id,
});
export const documentNamePlace = (id: string): Place => ({
  table: 'company_documents',
  column: 'file_name_enc',
  rowId: id,
});
