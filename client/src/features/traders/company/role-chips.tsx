import type { TraderRole } from '@qafila/shared/access/roles';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Chip } from '../../../ui/chip';

interface RoleChipsProps {
  readonly roles: readonly TraderRole[];
  /** Names of the company's own roles. */
  readonly own: readonly string[];
}

/** The roles of somebody, the company's own after the five. */
export function RoleChips({ roles, own }: RoleChipsProps): ReactNode {
  const { t } = useTranslation('company');
  return (
    <span className="chips">
      {roles.map((role) => (
        <Chip key={role}>{t(`role.${role}`)}</Chip>
      ))}
      {own.map((name) => (
        <Chip key={name} tone="info" icon={null}>
          <bdi>{name}</bdi>
        </Chip>
      ))}
    </span>
  );
}
