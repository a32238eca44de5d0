import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { switchKeys, useKeys, useKeysOn, useRegisteredKeys } from '../lib/keys';
import { Dialog } from './dialog';

/** The keys of this screen, opened by `?`, with the switch for single keys. */
export function KeysSheet(): ReactNode {
  const { t } = useTranslation('ui');
  const [isOpen, setOpen] = useState(false);
  const isOn = useKeysOn();
  const registered = useRegisteredKeys();
  const own = useMemo(
    () => [{ code: '?', shown: '?', label: t('keys.sheet'), run: () => setOpen(true) }],
    [t],
  );
  useKeys(own);
  return (
    <Dialog title={t('keys.title')} isOpen={isOpen} onClose={() => setOpen(false)}>
      <dl className="keys">
        {registered.flat().map((key) => (
          <div key={`${key.code}-${key.label}`} style={{ display: 'contents' }}>
            <dt>
              <bdi dir="ltr" className="kbd">
                {key.shown}
              </bdi>
            </dt>
            <dd>{key.label}</dd>
          </div>
        ))}
      </dl>
      <label className="inline small">
        <input type="checkbox" checked={isOn} onChange={(event) => switchKeys(event.target.checked)} />
        {t('keys.single')}
      </label>
    </Dialog>
  );
}
