import { ArrowLeft, Fingerprint, type LucideIcon, Smartphone } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { knowsPasskeys } from '../../../lib/passkeys';
import { Button } from '../../../ui/button';
import { AppSetup } from './app-setup';
import { PasskeySetup } from './passkey-setup';

type Choice = 'passkey' | 'app';
const ICON: Readonly<Record<Choice, LucideIcon>> = { passkey: Fingerprint, app: Smartphone };

/** Passkey or authenticator app: both are factors of full right. */
export function ChooseFactor({ onDone }: { readonly onDone: () => void }): ReactNode {
  const { t } = useTranslation('identity');
  const [choice, setChoice] = useState<Choice | null>(null);
  if (choice === null) {
    const offered: readonly Choice[] = knowsPasskeys() ? ['passkey', 'app'] : ['app'];
    return (
      <div className="choices">
        {offered.map((each) => {
          const Icon = ICON[each];
          return (
            <button key={each} type="button" className="choice" onClick={() => setChoice(each)}>
              <Icon size={22} aria-hidden />
              <b>{t(`enrol.${each}.name`)}</b>
              <span className="small muted">{t(`enrol.${each}.text`)}</span>
            </button>
          );
        })}
      </div>
    );
  }
  return (
    <div className="stack">
      {choice === 'app' ? <AppSetup onDone={onDone} /> : <PasskeySetup onDone={onDone} />}
      <div>
        <Button kind="quiet" size="small" icon={ArrowLeft} flipIcon onClick={() => setChoice(null)}>
          {t('enrol.otherFactor')}
        </Button>
      </div>
    </div>
  );
}
