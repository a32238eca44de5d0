import type { RecipientInput } from '@qafila/shared/ordering/order-views';
import { Check, ChevronDown, Plus, Scale, UserPlus, Users } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Chip } from '../../../ui/chip';
import { Code } from '../../../ui/money';
import { useLanding } from '../draft/aim';
import { useDraft, useDraftParts, useDraftVerdict } from '../draft/draft-context';
import { MARKS } from '../draft/places';
import { RecipientDialog } from './recipient-dialog';
import { RecipientShares } from './recipient-shares';
import { hasShares, shareEvenly, withRest } from './sharing';
import { TakeBackDialog } from './take-back-dialog';

/** The place of the recipient who would go, or the sharing anew. */
type Asking = number | 'evenly';

/** Who gets the parcels and what is in each; one order, a parcel a recipient. */
export function RecipientsPanel(): ReactNode {
  const { t } = useTranslation('ordering');
  const { store } = useDraftParts();
  const { recipients, lines, order } = useDraft();
  const { left } = useDraftVerdict();
  useLanding();
  const [edited, setEdited] = useState<number | 'new' | null>(null);
  const [asked, setAsked] = useState<Asking | null>(null);
  const put = (index: number, recipient: RecipientInput): void =>
    store.setRecipients(recipients.map((each, at) => (at === index ? recipient : each)));
  const save = (recipient: RecipientInput): void => {
    if (edited === 'new') {
      const items = recipients.length === 0 ? withRest([], left) : [];
      store.setRecipients([...recipients, { ...recipient, items }]);
    } else if (edited !== null) put(edited, recipient);
    setEdited(null);
  };
  const spread = (): void => {
    const shares = shareEvenly([...lines.values()], recipients.length);
    store.setRecipients(recipients.map((recipient, index) => ({ ...recipient, items: shares[index] ?? [] })));
  };
  const remove = (index: number): void => store.setRecipients(recipients.filter((_, at) => at !== index));
  return (
    <Card
      title={t('recipients.title', { count: recipients.length })}
      aside={<LeftChip left={left} />}
      className="recipients"
    >
      {recipients.length === 0 ? (
        <div className="recipients-empty">
          <Users size={26} strokeWidth={1.5} aria-hidden />
          <p className="muted">{t('recipients.empty')}</p>
          <Button kind="plain" icon={UserPlus} place={MARKS.addRecipient} onClick={() => setEdited('new')}>
            {t('recipients.addFirst')}
          </Button>
        </div>
      ) : (
        <>
          <ul className="recipient-list">
            {recipients.map((recipient, index) => (
              <RecipientRow
                key={recipient.id ?? `new-${index}`}
                at={index}
                recipient={recipient}
                left={left}
                onEdit={() => setEdited(index)}
                onChange={(next) => put(index, next)}
                onRemove={() => setAsked(index)}
              />
            ))}
          </ul>
          <div className="inline">
            <Button icon={Plus} onClick={() => setEdited('new')}>
              {t('recipients.add')}
            </Button>
            {recipients.length > 1 && lines.size > 0 && (
              <Button
                kind="quiet"
                icon={Scale}
                onClick={hasShares(recipients) ? () => setAsked('evenly') : spread}
              >
                {t('recipients.evenly')}
              </Button>
            )}
          </div>
        </>
      )}
      <RecipientDialog
        orderId={order.id}
        edited={edited === null ? null : edited === 'new' ? 'new' : (recipients[edited] ?? null)}
        onClose={() => setEdited(null)}
        onSave={save}
      />
      <Asked
        asked={asked}
        recipients={recipients}
        onEvenly={spread}
        onRemove={remove}
        onClose={() => setAsked(null)}
      />
    </Card>
  );
}

interface AskedProps {
  readonly asked: Asking | null;
  readonly recipients: readonly RecipientInput[];
  readonly onEvenly: () => void;
  readonly onRemove: (index: number) => void;
  readonly onClose: () => void;
}

/** What would take back what was typed, before it does. */
function Asked({ asked, recipients, onEvenly, onRemove, onClose }: AskedProps): ReactNode {
  const { t } = useTranslation('ordering');
  if (asked === 'evenly')
    return (
      <TakeBackDialog
        title={t('recipients.evenly')}
        text={t('recipients.evenlyText')}
        action={t('recipients.evenly')}
        onConfirm={onEvenly}
        onClose={onClose}
      />
    );
  const name = asked === null ? undefined : recipients[asked]?.name;
  if (asked === null || name === undefined) return null;
  return (
    <TakeBackDialog
      title={t('recipients.removeNamed', { name })}
      text={t('recipients.removeText', { name })}
      action={t('recipients.remove')}
      onConfirm={() => onRemove(asked)}
      onClose={onClose}
    />
  );
}

function LeftChip({ left }: { readonly left: ReadonlyMap<string, number> }): ReactNode {
  const { t } = useTranslation('ordering');
  const open = [...left.values()].reduce((total, each) => total + Math.max(0, each), 0);
  const over = [...left.values()].reduce((total, each) => total + Math.max(0, -each), 0);
  if (left.size === 0) return null;
  if (over > 0) return <Chip tone="bad">{t('recipients.over', { count: over })}</Chip>;
  if (open > 0) return <Chip tone="warn">{t('recipients.left', { count: open })}</Chip>;
  return (
    <Chip tone="ok" icon={Check}>
      {t('recipients.allShared')}
    </Chip>
  );
}

interface RecipientRowProps {
  readonly at: number;
  readonly recipient: RecipientInput;
  readonly left: ReadonlyMap<string, number>;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
  readonly onChange: (recipient: RecipientInput) => void;
}

function RecipientRow({ at, recipient, left, onEdit, onRemove, onChange }: RecipientRowProps): ReactNode {
  const { t } = useTranslation('ordering');
  const format = useFormats();
  const pieces = recipient.items.reduce((total, item) => total + item.quantity, 0);
  const hasRest = [...left.values()].some((each) => each > 0);
  return (
    <li>
      <details className="recipient" open={pieces === 0 || undefined}>
        <summary>
          <ChevronDown size={16} className="recipient-chevron" aria-hidden />
          <span className="grow">
            <b>
              <bdi>{recipient.name}</bdi>
            </b>
            <span className="small muted recipient-where">
              <bdi>{recipient.address.city}</bdi>
              <Code>
                {recipient.address.form === 'short'
                  ? recipient.address.shortAddress
                  : format.phone(recipient.phone)}
              </Code>
            </span>
          </span>
          <Chip tone={pieces === 0 ? 'warn' : 'plain'}>{t('recipients.pieces', { count: pieces })}</Chip>
        </summary>
        <RecipientShares
          recipient={at}
          name={recipient.name}
          items={recipient.items}
          left={left}
          onChange={(items) => onChange({ ...recipient, items })}
        />
        <div className="inline recipient-actions">
          <Button size="small" onClick={onEdit}>
            {t('recipients.edit')}
          </Button>
          {hasRest && (
            <Button
              size="small"
              kind="quiet"
              onClick={() => onChange({ ...recipient, items: withRest(recipient.items, left) })}
            >
              {t('recipients.giveRest')}
            </Button>
          )}
          <Button
            size="small"
            kind="danger"
            onClick={onRemove}
            label={t('recipients.removeNamed', { name: recipient.name })}
          >
            {t('recipients.remove')}
          </Button>
          <span className="small muted">
            <Code>{format.phone(recipient.phone)}</Code>
          </span>
        </div>
      </details>
    </li>
  );
}
