import { addPasskey, passkeyOptions } from '@qafila/shared/identity/factors.contract';
import { useMutation } from '@tanstack/react-query';
import { Fingerprint } from 'lucide-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../lib/call';
import { useSay } from '../../../lib/i18n/say';
import { makePasskey } from '../../../lib/passkeys';
import { Button } from '../../../ui/button';
import { TextField } from '../../../ui/field';
import { ErrorLine } from '../../../ui/states';

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Mac OS X/, 'Mac'],
  [/Windows/, 'Windows'],
  [/Linux/, 'Linux'],
];
/** A first name for the passkey: the system of this device. */
export const deviceName = (agent: string): string => SYSTEMS.find(([sign]) => sign.test(agent))?.[1] ?? '';

interface PasskeySetupProps {
  /** Options that were asked for with a fresh code; without them they are asked for here. */
  readonly options?: Readonly<Record<string, unknown>>;
  readonly onDone: () => void;
}

/** A passkey on this device or a key: a name, then the browser asks. */
export function PasskeySetup({ options, onDone }: PasskeySetupProps): ReactNode {
  const { t } = useTranslation('identity');
  const say = useSay();
  const [name, setName] = useState(() => deviceName(navigator.userAgent));
  const make = useMutation({
    mutationFn: async () => {
      const given = options ?? (await call(passkeyOptions, { quiet: true })).options;
      const response = await makePasskey(given);
      return call(addPasskey, { quiet: true, body: { name, response } });
    },
    onSuccess: onDone,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!make.isPending) make.mutate();
  };
  const fault = say.field(make.error, 'name');
  return (
    <form className="stack" onSubmit={submit}>
      <p>{t('enrol.passkey.how')}</p>
      <TextField
        label={t('enrol.passkey.label')}
        hint={t('enrol.passkey.hint')}
        maxLength={60}
        required
        value={name}
        error={fault}
        onChange={setName}
      />
      {fault === undefined && <ErrorLine error={make.error} />}
      <Button type="submit" kind="primary" wide icon={Fingerprint} busy={make.isPending}>
        {t('enrol.passkey.make')}
      </Button>
    </form>
  );
}
