import type { BriefView } from '@qafila/shared/branding/brief-views';
import { useQueryClient } from '@tanstack/react-query';
import { useBlocker } from '@tanstack/react-router';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useSay } from '../../../lib/i18n/say';
import { BRIEFS_KEY, briefQuery } from './api';
import { BriefStore } from './brief-store';

/** The form of one brief: what is typed, how far it is saved, and what was refused. */
export function useBriefForm(brief: BriefView) {
  const { t } = useTranslation('briefs');
  const say = useSay();
  const client = useQueryClient();
  const [store] = useState(() => new BriefStore(brief));
  const draft = useSyncExternalStore(store.subscribe, store.read);
  useEffect(() => store.look(brief), [store, brief]);
  useEffect(
    () => () => {
      store.stop();
      const mine = store.read().brief;
      // What was saved here is shown next time; a step that was taken meanwhile is newer.
      client.setQueryData(briefQuery(brief.id).queryKey, (now) =>
        now && now.version >= mine.version ? now : mine,
      );
      void client.invalidateQueries({ queryKey: [...BRIEFS_KEY, 'list'] });
    },
    [store, client, brief.id],
  );
  useBlocker({
    enableBeforeUnload: () => !store.isClean(),
    shouldBlockFn: async ({ current, next }) =>
      current.pathname !== next.pathname && !(await store.flush()) && !window.confirm(t('save.leave')),
  });
  const fault = (path: string): string | undefined => say.field(draft.problem, path);
  return { ...draft, store, change: store.change, fault };
}
export type BriefForm = ReturnType<typeof useBriefForm>;
