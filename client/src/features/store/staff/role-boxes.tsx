import { STAFF_ROLES, type StaffRole } from '@qafila/shared/access/roles';
import { FOUR_EYES_ROLES } from '@qafila/shared/store/store.rules';
import { Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Chip } from '../../../ui/chip';

export const needsTwo = (role: StaffRole): boolean => FOUR_EYES_ROLES.value.some((each) => each === role);

interface RoleBoxesProps {
  readonly label: string;
  readonly chosen: readonly StaffRole[];
  readonly onChange: (roles: StaffRole[]) => void;
}

/** Every role with what it is for; those of four eyes are marked. */
export function RoleBoxes({ label, chosen, onChange }: RoleBoxesProps): ReactNode {
  const { t } = useTranslation(['store', 'app']);
  return (
    <fieldset className="role-boxes">
      <legend className="field-label">{label}</legend>
      {STAFF_ROLES.map((role) => (
        <label key={role}>
          <input
            type="checkbox"
            checked={chosen.includes(role)}
            onChange={(event) =>
              onChange(event.target.checked ? [...chosen, role] : chosen.filter((each) => each !== role))
            }
          />
          <span>
            <b>{t(`app:role.${role}`)}</b>
            <span className="small muted"> {t(`roles.about.${role}`)}</span>
          </span>
          {needsTwo(role) && <Chip icon={Users}>{t('roles.two')}</Chip>}
        </label>
      ))}
    </fieldset>
  );
}
