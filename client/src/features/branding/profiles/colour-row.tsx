import type { BrandColour } from '@qafila/shared/branding/profile-content';
import { contrastOnWhite } from '@qafila/shared/branding/profiles.rules';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { IconButton } from '../../../ui/button';
import { TextField } from '../../../ui/field';
import { INK_LETTERS, withInk } from './ink-shares';

const READABLE = 4.5;
const HEX = /^#[0-9a-f]{6}$/i;
const FIXED: readonly string[] = ['ink', 'accent'];

interface ColourRowProps {
  readonly colour: BrandColour;
  readonly fault: (field: string) => string | undefined;
  readonly onChange: (colour: BrandColour) => void;
  readonly onRemove: () => void;
}

/** One colour: picked or typed, its four inks, its Pantone name, and whether it can be read on paper. */
export function ColourRow({ colour, fault, onChange, onRemove }: ColourRowProps): ReactNode {
  const { t } = useTranslation('profiles');
  const role = t(`colours.role.${colour.role}`);
  const isHex = HEX.test(colour.hex);
  return (
    <fieldset className="colour-row">
      <legend className="between">
        <b>{role}</b>
        {!FIXED.includes(colour.role) && (
          <IconButton icon={X} label={t('colours.remove', { role })} onClick={onRemove} />
        )}
      </legend>
      <input
        type="color"
        className="colour-well"
        aria-label={t('colours.pick', { role })}
        value={isHex ? colour.hex : '#ffffff'}
        onChange={(event) => onChange({ ...colour, hex: event.target.value })}
      />
      <TextField
        label={t('colours.hex')}
        dir="ltr"
        value={colour.hex}
        error={fault('hex')}
        onChange={(hex) => onChange({ ...colour, hex })}
      />
      <Inks role={role} colour={colour} onChange={onChange} />
      <TextField
        label={t('colours.pantone')}
        dir="ltr"
        value={colour.pantone ?? ''}
        error={fault('pantone')}
        onChange={(pantone) => onChange({ ...colour, pantone })}
      />
      {isHex && <ContrastHint hex={colour.hex} />}
    </fieldset>
  );
}

function ContrastHint({ hex }: { readonly hex: string }): ReactNode {
  const { t } = useTranslation('profiles');
  const format = useFormats();
  const contrast = contrastOnWhite(hex);
  const ratio = format.number(Math.floor(contrast * 10) / 10);
  return (
    <p className="small muted colour-hint">
      {t(contrast >= READABLE ? 'colours.readable' : 'colours.darkened', { ratio })}
    </p>
  );
}

/** Four shares; all of them empty where the trader has no separation. */
function Inks(props: {
  readonly role: string;
  readonly colour: BrandColour;
  readonly onChange: (colour: BrandColour) => void;
}): ReactNode {
  const { t } = useTranslation('profiles');
  const { colour, role } = props;
  const put = (at: number, text: string): void =>
    props.onChange({ ...colour, cmyk: withInk(colour.cmyk, at, text) });
  return (
    <fieldset className="field ink-field">
      <legend className="field-label">{t('colours.cmyk')}</legend>
      {/* Inks are named in one order everywhere, whichever way the page reads. */}
      <div className="ink-shares" dir="ltr">
        {INK_LETTERS.map((letter, at) => (
          <input
            key={letter}
            className="input"
            inputMode="numeric"
            placeholder={letter}
            aria-label={t('colours.component', { role, letter })}
            value={colour.cmyk?.[at] ?? ''}
            onChange={(event) => put(at, event.target.value)}
          />
        ))}
      </div>
    </fieldset>
  );
}
