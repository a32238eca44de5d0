import { FileUp, type LucideIcon } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { Button } from '../../../ui/button';

/** What the server opens; it looks at the content whatever stands here. */
const ACCEPT = '.svg,.pdf,.png,.jpg,.jpeg,.tif,.tiff,.webp';

interface FileInputProps {
  readonly label: string;
  readonly onFiles: (files: readonly File[]) => void;
  readonly many?: boolean;
  readonly kind?: 'primary' | 'plain';
  readonly size?: 'normal' | 'small';
  readonly icon?: LucideIcon;
  /** Why no file can be chosen now. */
  readonly reasonId?: string;
}

/** A button that opens the chooser of files of the system. */
export function FileInput(props: FileInputProps): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  const { label, onFiles, many = false, kind = 'plain', size = 'normal', reasonId } = props;
  return (
    <>
      <input
        ref={input}
        type="file"
        className="sr-only"
        tabIndex={-1}
        aria-label={label}
        accept={ACCEPT}
        multiple={many}
        disabled={reasonId !== undefined}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
      <Button
        kind={kind}
        size={size}
        icon={props.icon ?? FileUp}
        {...(reasonId ? { reasonId } : {})}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>
    </>
  );
}
