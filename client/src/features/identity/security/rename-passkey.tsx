import { renamePasskey } from '@qafila/shared/identity/factors.contract';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../lib/call';
import { useSay } from '../../../lib/i18n/say';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { TextField } from '../../../ui/field';
import { ErrorLine } from '../../../ui/states';
import type { Passkey } from './factor-types';
import { useFactorsChanged } from './use-factors-changed';

interface RenamePasskeyProps {
  readonly passkey: Passkey;
  readonly onClose: () => void;
}

/** Another name for a passkey. */
export function RenamePasskeyDialog({ passkey, onClose }: RenamePasskeyProps): ReactNode {
  const { t } = useTranslation(['identity', 'ui']);
  const say = useSay();
  const changed = useFactorsChanged();
  const [name, setName] = useState(passkey.name);
  const rename = useMutation({
    mutationFn: () => call(renamePasskey, { params: { id: passkey.id }, body: { name } }),
    onSuccess: async () => {
      onClose();
      await changed();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!rename.isPending) rename.mutate();
  };
  const fault = say.field(rename.error, 'name');
  return (
    <Dialog title={t('factors.rename')} isOpen onClose={onClose} size="small">
      <form className="stack" onSubmit={submit} noValidate>
        <TextField
          label={t('enrol.passkey.label')}
          maxLength={60}
          required
          data-autofocus
          value={name}
          error={fault}
          onChange={setName}
        />
        {fault === undefined && <ErrorLine error={rename.error} />}
        <div className="inline confirm-actions">
          <Button kind="quiet" onClick={onClose}>
            {t('ui:cancel')}
          </Button>
          <Button type="submit" kind="primary" busy={rename.isPending}>
            {t('factors.rename')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
