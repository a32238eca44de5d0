import { Link } from '@tanstack/react-router';
import { LoaderCircle, type LucideIcon } from 'lucide-react';
import { type MouseEvent, type ReactNode, useId } from 'react';

interface Look {
  readonly kind?: 'primary' | 'plain' | 'danger' | 'quiet';
  readonly size?: 'normal' | 'small';
  readonly wide?: boolean;
  readonly icon?: LucideIcon;
  /** The icon points somewhere and mirrors in Arabic. */
  readonly flipIcon?: boolean;
  /** The icon leads on: it stands after the word. */
  readonly iconLast?: boolean;
}

function classOf({ kind = 'plain', size = 'normal', wide = false }: Look): string {
  const names = [
    'btn',
    kind !== 'plain' && `btn-${kind}`,
    size === 'small' && 'btn-small',
    wide && 'btn-wide',
  ];
  return names.filter(Boolean).join(' ');
}

function Glyph({ icon: Icon, flipIcon }: Look): ReactNode {
  return Icon && <Icon size={16} aria-hidden {...(flipIcon ? { className: 'flip' } : {})} />;
}

interface ButtonProps extends Look {
  readonly children: ReactNode;
  readonly onClick?: (event: MouseEvent<HTMLButtonElement>) => void;
  readonly type?: 'button' | 'submit';
  /** Why the action is not possible now. It stands next to the button and switches it off. */
  readonly reason?: ReactNode;
  /** Where the reason is already on the screen: the id of that element. */
  readonly reasonId?: string;
  /** The action is under way. */
  readonly busy?: boolean;
  readonly label?: string;
  readonly form?: string;
  /** Mark by which a screen finds the button. */
  readonly place?: string;
}

/** An action. Switched off it stays in the tab order and says why. */
export function Button(props: ButtonProps): ReactNode {
  const { children, onClick, type = 'button', reason, reasonId, busy = false, label, form, place } = props;
  const ownId = useId();
  const isOff = reason !== undefined || reasonId !== undefined;
  const act = (event: MouseEvent<HTMLButtonElement>): void => {
    if (isOff || busy) event.preventDefault();
    else onClick?.(event);
  };
  const button = (
    <button
      type={type}
      form={form}
      data-place={place}
      className={busy ? `${classOf(props)} btn-busy` : classOf(props)}
      aria-disabled={isOff || busy || undefined}
      aria-describedby={isOff ? (reasonId ?? ownId) : undefined}
      aria-busy={busy || undefined}
      aria-label={label}
      onClick={act}
    >
      {busy && <LoaderCircle size={16} className="spin" aria-hidden />}
      {!busy && !props.iconLast && <Glyph {...props} />}
      {children}
      {!busy && props.iconLast && <Glyph {...props} />}
    </button>
  );
  if (reason === undefined) return button;
  return (
    <span className="stack stack-tight">
      {button}
      <span className="reason" id={ownId}>
        {reason}
      </span>
    </span>
  );
}

interface LinkButtonProps extends Look {
  readonly to: string;
  readonly search?: Readonly<Record<string, string>>;
  readonly children: ReactNode;
}

/** A way to another screen that looks like a button. */
export function LinkButton(props: LinkButtonProps): ReactNode {
  return (
    <Link to={props.to} search={props.search ?? {}} className={classOf(props)}>
      {!props.iconLast && <Glyph {...props} />}
      {props.children}
      {props.iconLast && <Glyph {...props} />}
    </Link>
  );
}

interface IconButtonProps {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly onClick: () => void;
  readonly flip?: boolean;
}

/** A button that is an icon; its label is heard and shown on hover. */
export function IconButton({ icon: Icon, label, onClick, flip = false }: IconButtonProps): ReactNode {
  return (
    <button type="button" className="icon-btn" aria-label={label} title={label} onClick={onClick}>
      <Icon size={18} aria-hidden {...(flip ? { className: 'flip' } : {})} />
    </button>
  );
}
