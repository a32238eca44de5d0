import {
  draftTotp,
  passkeyOptions,
  removePasskey,
  removeTotp,
} from '@qafila/shared/identity/factors.contract';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeConfirm } from '../../../ui/code-confirm';
import { Dialog } from '../../../ui/dialog';
import { sayDone } from '../../../ui/toast';
import { AppKey, type TotpDraft } from '../enrol/app-setup';
import { PasskeySetup } from '../enrol/passkey-setup';
import type { Passkey } from './factor-types';
import { useFactorsChanged } from './use-factors-changed';

const NOTHING = {};

interface DialogProps {
  readonly onClose: () => void;
}

/** A fresh code first, then the browser asks for the new passkey. */
export function AddPasskeyDialog({ onClose }: DialogProps): ReactNode {
  const { t } = useTranslation('identity');
  const changed = useFactorsChanged();
  const [options, setOptions] = useState<Readonly<Record<string, unknown>> | null>(null);
  const done = (): void => {
    sayDone(t('factors.passkeyAdded'));
    onClose();
    void changed();
  };
  return (
    <Dialog title={t('factors.addPasskey')} isOpen onClose={onClose}>
      {options === null ? (
        <>
          <p>{t('factors.proveFirst')}</p>
          <CodeConfirm
            endpoint={passkeyOptions}
            input={NOTHING}
            confirm={t('next')}
            onDone={(answer) => setOptions(answer.options)}
            onClose={onClose}
          />
        </>
      ) : (
        <PasskeySetup options={options} onDone={done} />
      )}
    </Dialog>
  );
}

/** A new app in place of the old one, which stays until the new one gave its first code. */
export function NewAppDialog({ isNew, onClose }: DialogProps & { readonly isNew: boolean }): ReactNode {
  const { t } = useTranslation('identity');
  const changed = useFactorsChanged();
  const [draft, setDraft] = useState<TotpDraft | null>(null);
  const done = (): void => {
    sayDone(t('factors.appReady'));
    onClose();
    void changed();
  };
  return (
    <Dialog title={t(isNew ? 'factors.addApp' : 'factors.replaceApp')} isOpen onClose={onClose} size="large">
      {draft === null ? (
        <>
          <p>{t(isNew ? 'factors.proveFirst' : 'factors.oldAppStays')}</p>
          <CodeConfirm
            endpoint={draftTotp}
            input={NOTHING}
            confirm={t('next')}
            onDone={setDraft}
            onClose={onClose}
          />
        </>
      ) : (
        <AppKey draft={draft} onDone={done} onAgain={() => setDraft(null)} />
      )}
    </Dialog>
  );
}

export function RemoveAppDialog({ onClose }: DialogProps): ReactNode {
  const { t } = useTranslation('identity');
  const changed = useFactorsChanged();
  const done = (): void => {
    sayDone(t('factors.removed'));
    onClose();
    void changed();
  };
  return (
    <Dialog title={t('factors.removeNamed', { name: t('factors.app') })} isOpen onClose={onClose}>
      <p>{t('factors.removeAppText')}</p>
      <CodeConfirm
        endpoint={removeTotp}
        input={NOTHING}
        confirm={t('factors.remove')}
        danger
        onDone={done}
        onClose={onClose}
      />
    </Dialog>
  );
}

interface RemovePasskeyProps extends DialogProps {
  readonly passkey: Passkey;
}

export function RemovePasskeyDialog({ passkey, onClose }: RemovePasskeyProps): ReactNode {
  const { t } = useTranslation('identity');
  const changed = useFactorsChanged();
  const input = useMemo(() => ({ params: { id: passkey.id } }), [passkey.id]);
  const done = (): void => {
    sayDone(t('factors.removed'));
    onClose();
    void changed();
  };
  return (
    <Dialog
      title={t('factors.removeNamed', { name: `\u2068${passkey.name}\u2069` })}
      isOpen
      onClose={onClose}
    >
      <p>{t('factors.removePasskeyText')}</p>
      <CodeConfirm
        endpoint={removePasskey}
        input={input}
        confirm={t('factors.remove')}
        danger
        onDone={done}
        onClose={onClose}
      />
    </Dialog>
  );
}
