import {
  type CsvLayout,
  dropImport,
  getImportTable,
  previewLayout,
  type StatementImportView,
  saveLayout,
} from '@qafila/shared/payments/statements.contract';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { call, newKey } from '../../../lib/call';
import { importKey } from './use-import';

export const useImportTable = (id: string) =>
  useQuery({
    queryKey: [...importKey(id), 'table'],
    queryFn: ({ signal }) => call(getImportTable, { params: { id }, signal }),
  });

/** The file as a layout reads it; the one before stays until the next is there. */
export const usePreview = (id: string, asked: { headerRow: number; layout: CsvLayout | null }) =>
  useQuery({
    queryKey: [...importKey(id), 'preview', asked],
    queryFn: ({ signal }) => {
      const { headerRow, layout } = asked;
      if (layout === null) throw new Error('asked for the preview of no layout');
      return call(previewLayout, { params: { id }, body: { headerRow, layout }, signal });
    },
    enabled: asked.layout !== null,
    placeholderData: keepPreviousData,
  });

/** Saves a layout and imports its file, or lets go of it; the desk shows what becomes of it. */
export function useLayoutSteps(id: string) {
  const navigate = useNavigate();
  const key = useRef(newKey());
  const [isOver, setOver] = useState(false);
  const client = useQueryClient();
  const backToDesk = (ended: StatementImportView): void => {
    setOver(true);
    client.setQueryData(importKey(id), ended);
    void navigate({ to: '/transfers', search: { import: id } });
  };
  const save = useMutation({
    mutationFn: (body: { name: string; headerRow: number; layout: CsvLayout }) =>
      call(saveLayout, { params: { id }, body, idempotencyKey: key.current }),
    // A second try after a refusal is another layout.
    onError: () => {
      key.current = newKey();
    },
    onSuccess: backToDesk,
  });
  const drop = useMutation({
    mutationFn: () => call(dropImport, { params: { id }, idempotencyKey: newKey() }),
    onSuccess: backToDesk,
  });
  return { save, drop, isOver };
}
