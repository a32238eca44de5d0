import type { StaffRole } from '@qafila/shared/access/roles';
import { FOUR_EYES_ROLES } from '@qafila/shared/store/store.rules';

/** True for roles that nobody gives or takes alone. */
export const needsFourEyes = (role: StaffRole): boolean =>
  FOUR_EYES_ROLES.value.some((each) => each === role);
