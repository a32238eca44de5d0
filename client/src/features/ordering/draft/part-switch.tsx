import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddressValue } from '../../../lib/address';
import { Segments } from '../../../ui/segments';
import { useDraft } from './draft-context';

const PARTS = ['goods', 'recipients'] as const;
export type DraftPart = (typeof PARTS)[number];

/** Which part of a draft to recipients is on the screen; it stands in the address. */
export const useDraftPart = (): [DraftPart, (part: DraftPart) => void] =>
  useAddressValue('part', PARTS, 'goods');

interface PartSwitchProps {
  readonly part: DraftPart;
  readonly onChange: (part: DraftPart) => void;
}

/** Goods or recipients: two sides of one draft. */
export function PartSwitch({ part, onChange }: PartSwitchProps): ReactNode {
  const { t } = useTranslation('ordering');
  const { recipients, lines } = useDraft();
  return (
    <div>
      <Segments
        label={t('parts.label')}
        value={part}
        onChange={onChange}
        options={[
          { value: 'goods', text: t('parts.goods', { lines: lines.size }) },
          { value: 'recipients', text: t('parts.recipients', { people: recipients.length }) },
        ]}
      />
    </div>
  );
}
