import { useBlocker } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** Asks before somebody leaves or reloads a page whose typed changes are not saved. */
export function useLeaveQuestion(isChanged: boolean): void {
  const { t } = useTranslation('ui');
  useBlocker({
    enableBeforeUnload: () => isChanged,
    // A filter or a tab in the address is still the same page.
    shouldBlockFn: ({ current, next }) =>
      isChanged && current.pathname !== next.pathname && !window.confirm(t('leave')),
  });
}
