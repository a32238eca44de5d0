import { Fingerprint, Plus, Smartphone } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { useSay } from '../../../lib/i18n/say';
import { knowsPasskeys } from '../../../lib/passkeys';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Chip } from '../../../ui/chip';
import { AddPasskeyDialog, NewAppDialog, RemoveAppDialog, RemovePasskeyDialog } from './factor-dialogs';
import type { Factors, Passkey } from './factor-types';
import { RenamePasskeyDialog } from './rename-passkey';

type Open =
  | { readonly dialog: 'add' }
  | { readonly dialog: 'app' }
  | { readonly dialog: 'remove-app' }
  | { readonly dialog: 'rename'; readonly passkey: Passkey }
  | { readonly dialog: 'remove'; readonly passkey: Passkey };

/** Passkeys and the authenticator app; the last one cannot go. */
export function FactorsCard({ factors }: { readonly factors: Factors }): ReactNode {
  const { t } = useTranslation('identity');
  const say = useSay();
  const [open, setOpen] = useState<Open | null>(null);
  const close = (): void => setOpen(null);
  const isLast = factors.passkeys.length + (factors.totp ? 1 : 0) === 1;
  const last = isLast ? say.reason({ code: 'LAST_FACTOR', params: {} }) : undefined;
  return (
    <Card
      title={t('factors.title')}
      aside={factors.isOneAway ? <Chip tone="warn">{t('factors.oneAway')}</Chip> : undefined}
    >
      {factors.isOneAway && <p className="small muted">{t('factors.oneAwayText')}</p>}
      <ul className="factor-list">
        <AppRow factors={factors} last={last} onOpen={setOpen} />
        {factors.passkeys.map((passkey) => (
          <PasskeyRow key={passkey.id} passkey={passkey} last={last} onOpen={setOpen} />
        ))}
      </ul>
      {last !== undefined && <p className="reason">{last}</p>}
      {knowsPasskeys() && (
        <div>
          <Button icon={Plus} onClick={() => setOpen({ dialog: 'add' })}>
            {t('factors.addPasskey')}
          </Button>
        </div>
      )}
      {open && <FactorDialog open={open} hasApp={factors.totp !== null} onClose={close} />}
    </Card>
  );
}

function FactorDialog({
  open,
  hasApp,
  onClose,
}: {
  open: Open;
  hasApp: boolean;
  onClose: () => void;
}): ReactNode {
  if (open.dialog === 'add') return <AddPasskeyDialog onClose={onClose} />;
  if (open.dialog === 'app') return <NewAppDialog isNew={!hasApp} onClose={onClose} />;
  if (open.dialog === 'remove-app') return <RemoveAppDialog onClose={onClose} />;
  if (open.dialog === 'remove') return <RemovePasskeyDialog passkey={open.passkey} onClose={onClose} />;
  return <RenamePasskeyDialog passkey={open.passkey} onClose={onClose} />;
}

interface AppRowProps {
  readonly factors: Factors;
  /** Why nothing can be removed. */
  readonly last: string | undefined;
  readonly onOpen: (open: Open) => void;
}

function AppRow({ factors, last, onOpen }: AppRowProps): ReactNode {
  const { t } = useTranslation('identity');
  const format = useFormats();
  const { totp } = factors;
  return (
    <li>
      <Smartphone size={20} aria-hidden />
      <div className="grow">
        <b>{t('factors.app')}</b>
        <p className="small muted">
          {totp ? t('factors.since', { date: format.date(totp.confirmedAt) }) : t('factors.noApp')}
        </p>
      </div>
      <div className="inline">
        <Button size="small" onClick={() => onOpen({ dialog: 'app' })}>
          {t(totp ? 'factors.replaceApp' : 'factors.addApp')}
        </Button>
        {totp && last === undefined && (
          <Button
            size="small"
            kind="danger"
            label={t('factors.removeNamed', { name: t('factors.app') })}
            onClick={() => onOpen({ dialog: 'remove-app' })}
          >
            {t('factors.remove')}
          </Button>
        )}
      </div>
    </li>
  );
}

interface PasskeyRowProps {
  readonly passkey: Passkey;
  readonly last: string | undefined;
  readonly onOpen: (open: Open) => void;
}

function PasskeyRow({ passkey, last, onOpen }: PasskeyRowProps): ReactNode {
  const { t } = useTranslation('identity');
  const format = useFormats();
  const { name, createdAt, lastUsedAt, isSynced } = passkey;
  return (
    <li>
      <Fingerprint size={20} aria-hidden />
      <div className="grow">
        <b>
          <bdi>{name}</bdi>
        </b>
        <p className="small muted">
          {t('factors.passkeySince', { date: format.date(createdAt) })}
          {' · '}
          {lastUsedAt ? t('factors.used', { date: format.dateTime(lastUsedAt) }) : t('factors.neverUsed')}
          {isSynced && ` · ${t('factors.synced')}`}
        </p>
      </div>
      <div className="inline">
        <Button
          size="small"
          label={t('factors.renameNamed', { name })}
          onClick={() => onOpen({ dialog: 'rename', passkey })}
        >
          {t('factors.rename')}
        </Button>
        {last === undefined && (
          <Button
            size="small"
            kind="danger"
            label={t('factors.removeNamed', { name })}
            onClick={() => onOpen({ dialog: 'remove', passkey })}
          >
            {t('factors.remove')}
          </Button>
        )}
      </div>
    </li>
  );
}
