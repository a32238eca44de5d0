import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Code } from '../../ui/money';

interface EventNameProps {
  /** `<capability>.<what happened>`. */
  readonly event: string;
  readonly onPick: (event: string) => void;
}

/** The event as the code calls it, under the word for the part of the house; a click filters by it. */
export function EventName({ event, onPick }: EventNameProps): ReactNode {
  const { t } = useTranslation('oversight');
  const capability = event.split('.')[0] ?? '';
  return (
    <span className="event-name">
      <button type="button" className="link" onClick={() => onPick(event)}>
        <Code>{event}</Code>
      </button>
      <span className="small muted">{t(`audit.events.${capability}`, { defaultValue: '' })}</span>
    </span>
  );
}
