import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { usePages } from '../../../lib/use-pages';
import { BRAND_KEY, FILES_KEY, type FileFilter, isUnderway, loadFiles, lookAgain } from './api';

/** The list of files, looked at again while one of them is being checked. */
export function useFiles(filter: FileFilter) {
  const client = useQueryClient();
  const pages = usePages([...FILES_KEY, 'list', filter], (after, signal) => loadFiles(filter, after, signal));
  const looks = useRef(0);
  const { rows, query } = pages;
  const underway = rows
    .filter(isUnderway)
    .map(({ id }) => id)
    .join();
  useEffect(() => {
    looks.current = 0;
    // What was being checked and is no longer may be chosen from now on, on other screens too.
    return () => {
      if (underway !== '') void client.invalidateQueries({ queryKey: BRAND_KEY, refetchType: 'inactive' });
    };
  }, [underway, client]);
  const wait = lookAgain(rows, looks.current);
  const { dataUpdatedAt, refetch } = query;
  useEffect(() => {
    if (wait === false || dataUpdatedAt === 0) return;
    const timer = setTimeout(() => {
      looks.current += 1;
      void refetch();
    }, wait);
    return () => clearTimeout(timer);
  }, [wait, dataUpdatedAt, refetch]);
  return pages;
}
