import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from './dialog';

export interface Command {
  readonly key: string;
  readonly text: string;
  /** Shown at the inline end: code, state. */
  readonly note?: string;
  readonly run: () => void;
}

interface CommandPaletteProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly commands: readonly Command[];
}

const MAX_SHOWN = 12;
const matches = (command: Command, search: string): boolean =>
  `${command.text} ${command.note ?? ''}`.toLocaleLowerCase().includes(search.trim().toLocaleLowerCase());

/** Jump anywhere by typing: a combobox over a list of commands. */
export function CommandPalette({ isOpen, onClose, commands }: CommandPaletteProps): ReactNode {
  const { t } = useTranslation('ui');
  const listId = useId();
  const [search, setSearch] = useState('');
  const [at, setAt] = useState(0);
  const shown = commands.filter((command) => matches(command, search)).slice(0, MAX_SHOWN);
  const close = (): void => {
    setSearch('');
    setAt(0);
    onClose();
  };
  const choose = (command: Command | undefined): void => {
    if (!command) return;
    close();
    command.run();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, shown.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
    else if (event.key === 'Enter') choose(shown[at]);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog title={t('palette.title')} isOpen={isOpen} onClose={close}>
      <input
        className="input"
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={shown[at] ? `${listId}-${at}` : undefined}
        aria-label={t('palette.label')}
        placeholder={t('palette.label')}
        data-autofocus
        dir="auto"
        value={search}
        onKeyDown={onKey}
        onChange={(event) => {
          setSearch(event.target.value);
          setAt(0);
        }}
      />
      <div className="palette-list" id={listId} role="listbox" aria-label={t('palette.title')}>
        {shown.map((command, index) => (
          <div
            tabIndex={-1}
            key={command.key}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === at}
            onClick={() => choose(command)}
            onKeyDown={onKey}
            onPointerMove={() => setAt(index)}
          >
            <span>{command.text}</span>
            {command.note !== undefined && (
              <bdi dir="ltr" className="small muted">
                {command.note}
              </bdi>
            )}
          </div>
        ))}
      </div>
      {shown.length === 0 && <p className="muted">{t('palette.none')}</p>}
    </Dialog>
  );
}
