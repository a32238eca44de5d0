interface SealedPlace {
  readonly table: 'consignments';
  readonly column: 'recipient_enc' | 'tracking_token_enc';
  readonly rowId: string;
}

/** Where the sealed recipient of a parcel stands. */
export const recipientPlace = (id: string): SealedPlace => ({
  table: 'consignments',
  column: 'recipient_enc',
  rowId: id,
});
/** Where the sealed secret of its tracking link stands. */
export const tokenPlace = (id: string): SealedPlace => ({
  table: 'consignments',
  column: 'tracking_token_enc',
  rowId: id,
});
