import { auditEventSpec, isAuditEvent } from '@qafila/shared/oversight/audit-events';
import { Eye } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../lib/i18n/locale';
import { Code } from '../../ui/money';

interface EventNameProps {
  /** `<capability>.<what happened>`. */
  readonly event: string;
  readonly onPick: (event: string) => void;
}

/** What happened in words, and the event as the code calls it; a click filters by it. */
export function EventName({ event, onPick }: EventNameProps): ReactNode {
  const { t } = useTranslation('oversight');
  const { locale } = useLocale();
  const spec = isAuditEvent(event) ? auditEventSpec(event) : null;
  return (
    <span className="event-name">
      <span className="trail-what">
        {spec?.[locale] ?? event}
        {spec?.isRead && <Eye size={14} role="img" aria-label={t('audit.look')} />}
      </span>
      <button type="button" className="link small muted" onClick={() => onPick(event)}>
        <Code>{event}</Code>
      </button>
    </span>
  );
}
