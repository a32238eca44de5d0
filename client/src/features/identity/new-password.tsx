import { PASSWORD_MIN, PASSWORD_SCORE } from '@qafila/shared/identity/identity.rules';
import { Eye, EyeOff } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../lib/call';
import { useSay } from '../../lib/i18n/say';
import { IconButton } from '../../ui/button';
import { Field } from '../../ui/field';
import { useStrength } from './strength';

const FAULTS = ['PASSWORD_TOO_SHORT', 'PASSWORD_TOO_LONG', 'PASSWORD_KNOWN'];
const BARS = [1, 2, 3, 4] as const;
export const isPasswordFault = (error: unknown): boolean => FAULTS.some((each) => isProblem(error, each));

interface NewPasswordProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Name, mail and company: a password made of them is weak. */
  readonly own: string;
  readonly error: unknown;
}

/** A new password, shown on wish, with its strength while it is typed. */
export function NewPassword({ value, onChange, own, error }: NewPasswordProps): ReactNode {
  const { t } = useTranslation('identity');
  const say = useSay();
  const [isShown, setShown] = useState(false);
  const fault = isPasswordFault(error) ? say.error(error) : say.field(error, 'password');
  return (
    <div className="stack stack-tight">
      <Field
        label={t('newPassword.label')}
        error={fault}
        hint={t('newPassword.hint', { minimum: PASSWORD_MIN.value })}
      >
        {({ id, describedBy, invalid }) => (
          <span className="new-password">
            <input
              id={id}
              className="input"
              dir="ltr"
              type={isShown ? 'text' : 'password'}
              autoComplete="new-password"
              spellCheck={false}
              required
              aria-describedby={`${describedBy ?? ''} ${id}-strength`}
              aria-invalid={invalid || undefined}
              value={value}
              onChange={(event) => onChange(event.target.value)}
            />
            <IconButton
              icon={isShown ? EyeOff : Eye}
              label={t(isShown ? 'newPassword.hide' : 'newPassword.show')}
              onClick={() => setShown(!isShown)}
            />
          </span>
        )}
      </Field>
      {value !== '' && <StrengthLine password={value} own={own} />}
    </div>
  );
}

function StrengthLine({ password, own }: { readonly password: string; readonly own: string }): ReactNode {
  const { t } = useTranslation('identity');
  const strength = useStrength(password, own);
  const missing = PASSWORD_MIN.value - [...password].length;
  const score = missing > 0 ? Math.min(strength?.score ?? 0, 1) : (strength?.score ?? 0);
  const isEnough = missing <= 0 && score >= PASSWORD_SCORE.value;
  const reasons = isEnough ? [] : (strength?.weaknesses ?? []);
  return (
    <div className="strength" role="status">
      <span className={`strength-bars strength-${score}`} aria-hidden>
        {BARS.map((bar) => (
          <span key={bar} data-on={score >= bar} />
        ))}
      </span>
      <span className={isEnough ? 'small good' : 'small muted'}>
        {missing > 0 ? t('strength.missing', { count: missing }) : t(`strength.score${score}`)}
      </span>
      {reasons.length > 0 && (
        <ul className="small muted">
          {reasons.map((reason) => (
            <li key={reason}>{t(`strength.${reason}`)}</li>
          ))}
        </ul>
      )}
      {isEnough && <span className="small muted">{t('strength.alsoChecked')}</span>}
    </div>
  );
}
