import { FileUp, Landmark } from 'lucide-react';
import { type ChangeEvent, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { usePermission, useSession } from '../../../lib/session';
import { Button } from '../../../ui/button';
import type { useImport } from './use-import';

interface ImportActionsProps {
  readonly importing: ReturnType<typeof useImport>;
  /** Opens the file picker; the key of the screen uses it too. */
  readonly picker: RefObject<HTMLInputElement | null>;
}

/** Import by file picker; in demo mode the demo bank's statement of today as well. */
export function ImportActions({ importing, picker }: ImportActionsProps): ReactNode {
  const { t } = useTranslation('payments');
  const { mode } = useSession();
  const mayImport = usePermission('transfer:import');
  const isDemo = importing.source === 'demo';
  if (!mayImport) return null;
  const take = (event: ChangeEvent<HTMLInputElement>): void => {
    const file = event.target.files?.[0];
    if (file) importing.send(file);
    // The same file can be picked again.
    event.target.value = '';
  };
  const takeDemo = (): void => {
    importing.send('demo');
  };
  return (
    <>
      {mode === 'demo' && (
        <Button kind="quiet" icon={Landmark} busy={importing.isSending && isDemo} onClick={takeDemo}>
          {t('import.demo')}
        </Button>
      )}
      <Button icon={FileUp} busy={importing.isSending && !isDemo} onClick={() => picker.current?.click()}>
        {t('import.action')}
      </Button>
      <input
        ref={picker}
        type="file"
        hidden
        accept=".xml,.sta,.mt940,.940,.txt,.csv,.tsv,application/xml,text/xml,text/csv"
        aria-label={t('import.pick')}
        onChange={take}
      />
    </>
  );
}
