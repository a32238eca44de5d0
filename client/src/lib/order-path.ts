interface Opened {
  readonly id: string;
  readonly state: string;
  /** A draft the store prepared and the trader has not taken over. */
  readonly isStoreDraft?: boolean;
}

/** Where an order opens: a draft in the grid, for whoever builds drafts; anything else, and for anybody else, to be read. */
export const orderPath = ({ id, state, isStoreDraft = false }: Opened, canDraft: boolean): string =>
  canDraft && state === 'draft' && !isStoreDraft ? `/orders/${id}/edit` : `/orders/${id}`;
