import { BRIEF_LIMITS } from '@qafila/shared/branding/brief-views';
import { Plus, X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../../../ui/button';
import { TextField } from '../../../ui/field';

interface ItemListProps {
  readonly label: string;
  readonly hint: string;
  readonly items: readonly string[];
  readonly error?: string | undefined;
  readonly onChange: (items: string[]) => void;
}

/** Short points, one below the other: Enter takes one over, and leaving the field too. */
export function ItemList({ label, hint, items, error, onChange }: ItemListProps): ReactNode {
  const { t } = useTranslation('briefs');
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const isFull = items.length >= BRIEF_LIMITS.items;
  const add = (): void => {
    const point = text.trim();
    if (point === '' || isFull) return;
    setText('');
    if (!items.includes(point)) onChange([...items, point]);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    add();
  };
  const remove = (point: string): void => {
    onChange(items.filter((each) => each !== point));
    input.current?.focus();
  };
  return (
    <div className="stack stack-tight">
      <div className="brief-item-add">
        <TextField
          ref={input}
          label={label}
          hint={isFull ? t('form.itemsFull', { most: BRIEF_LIMITS.items }) : hint}
          error={error}
          maxLength={BRIEF_LIMITS.item}
          value={text}
          onChange={setText}
          onKeyDown={onKey}
          onBlur={add}
        />
        <Button icon={Plus} label={t('form.addTo', { list: label })} onClick={add}>
          {t('form.add')}
        </Button>
      </div>
      {items.length > 0 && (
        <ul className="brief-items" aria-label={label}>
          {items.map((point) => (
            <li key={point}>
              <bdi>{point}</bdi>
              <IconButton
                icon={X}
                label={t('form.removeItem', { item: point })}
                onClick={() => remove(point)}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
