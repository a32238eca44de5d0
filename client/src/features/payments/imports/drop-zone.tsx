import { FileUp } from 'lucide-react';
import { type DragEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface DropZoneProps {
  readonly onFile: (file: File) => void;
  readonly children: ReactNode;
}

const hasFile = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');

/** The whole desk takes a dropped statement. */
export function DropZone({ onFile, children }: DropZoneProps): ReactNode {
  const { t } = useTranslation('payments');
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    if (!hasFile(event)) return;
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) onFile(file);
  };
  const over = (event: DragEvent): void => {
    if (!hasFile(event)) return;
    event.preventDefault();
    setOver(true);
  };
  const leave = (event: DragEvent): void => {
    const inside = event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget);
    if (!inside) setOver(false);
  };
  return (
    <section
      className="drop-zone"
      aria-label={t('title')}
      onDragOver={over}
      onDragLeave={leave}
      onDrop={drop}
    >
      {children}
      {isOver && (
        <div className="drop-veil">
          <FileUp size={30} aria-hidden />
          {t('import.drop')}
        </div>
      )}
    </section>
  );
}
