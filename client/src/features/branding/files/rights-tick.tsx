import { RIGHTS_STATEMENT } from '@qafila/shared/branding/assets.rules';
import type { ReactNode } from 'react';
import { useFormats } from '../../../lib/i18n/format';

interface RightsTickProps {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** The statement about rights, in the words that are kept with the file by their version. */
export function RightsTick({ isOn, onChange }: RightsTickProps): ReactNode {
  const { words } = useFormats();
  return (
    <label className="rights-tick">
      <input type="checkbox" checked={isOn} onChange={(event) => onChange(event.target.checked)} />
      <span>{words(RIGHTS_STATEMENT)}</span>
    </label>
  );
}
