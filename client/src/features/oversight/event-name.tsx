import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Code } from '../../ui/money';

interface EventNameProps {
  /** `<capability>.<what happened>`. */
  readonly event: string;
  readonly onPick: (event: string) => void;
}

/** What happened in words, and the event as the code calls it; a click filters by it. */
export function EventName({ event, onPick }: EventNameProps): ReactNode {
  const { t } = useTranslation('oversight');
  const capability = event.split('.')[0] ?? '';
  const part = t(`audit.events.${capability}`, { defaultValue: capability });
  return (
    <span className="event-name">
      <span>{t(`audit.said.${event.replace('.', '_')}`, { defaultValue: part })}</span>
      <button type="button" className="link small muted" onClick={() => onPick(event)}>
        <Code>{event}</Code>
      </button>
    </span>
  );
}
