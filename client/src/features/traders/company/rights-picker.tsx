import type { TraderPermission } from '@qafila/shared/access/permissions';
import { ROLE_PERMISSIONS, TRADER_ROLES, type TraderRole } from '@qafila/shared/access/roles';
import { beyond, grantedBy } from '@qafila/shared/traders/members.rules';
import { useQuery } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../lib/session';
import { ownRolesQuery } from './api';
import { permissionKey } from './permission-key';

export interface Rights {
  readonly roles: readonly TraderRole[];
  readonly ownRoleIds: readonly string[];
}

interface PickerProps {
  readonly chosen: Rights;
  readonly onChange: (rights: Rights) => void;
}

const toggled = <T extends string>(list: readonly T[], each: T): T[] =>
  list.includes(each) ? list.filter((other) => other !== each) : [...list, each];

/** The five roles and the company's own, with everything they grant together. What one lacks one cannot tick. */
export function RightsPicker({ chosen, onChange }: PickerProps): ReactNode {
  const { t } = useTranslation('company');
  const own = useQuery(ownRolesQuery).data?.rows ?? [];
  const picked = own.filter((role) => chosen.ownRoleIds.includes(role.id));
  const granted = grantedBy(
    chosen.roles,
    picked.map((role) => role.permissions),
  );
  return (
    <div className="rights">
      <fieldset className="role-list">
        <legend className="field-label">{t('rights.title')}</legend>
        {TRADER_ROLES.map((role) => (
          <RoleBox
            key={role}
            name={t(`role.${role}`)}
            about={t(`about.${role}`)}
            rights={ROLE_PERMISSIONS[role]}
            isOn={chosen.roles.includes(role)}
            onToggle={() => onChange({ ...chosen, roles: toggled(chosen.roles, role) })}
          />
        ))}
        {own.length > 0 && <span className="field-label">{t('rights.own')}</span>}
        {own.map((role) => (
          <RoleBox
            key={role.id}
            name={role.name}
            about={null}
            rights={role.permissions}
            isOn={chosen.ownRoleIds.includes(role.id)}
            onToggle={() => onChange({ ...chosen, ownRoleIds: toggled(chosen.ownRoleIds, role.id) })}
          />
        ))}
      </fieldset>
      <div>
        <span className="field-label">{t('rights.together')}</span>
        <ul className="granted" aria-live="polite">
          {granted.map((each) => (
            <li key={each}>
              <Check size={14} aria-hidden />
              {t(permissionKey(each))}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

interface BoxProps {
  readonly name: string;
  readonly about: string | null;
  readonly rights: readonly TraderPermission[];
  readonly isOn: boolean;
  readonly onToggle: () => void;
}

function RoleBox({ name, about, rights, isOn, onToggle }: BoxProps): ReactNode {
  const { t } = useTranslation('company');
  const { permissions } = useSession();
  const isOut = beyond(rights, permissions).length > 0;
  return (
    <label className="check-line">
      <input type="checkbox" checked={isOn} disabled={isOut} onChange={onToggle} />
      <span>
        <b>
          <bdi>{name}</bdi>
        </b>
        {(isOut || about !== null) && (
          <span className="small muted"> {isOut ? t('rights.beyond') : about}</span>
        )}
      </span>
    </label>
  );
}
