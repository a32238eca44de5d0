import { Drawer, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly size?: 'small' | 'normal' | 'large';
  /** False where the page beneath cannot go on without an answer. */
  readonly canClose?: boolean;
}

const WIDTH = { small: 400, normal: 520, large: 760 };
const TITLE = { title: { fontSize: 17, fontWeight: 600 }, body: { paddingBlockStart: 3 } };

/**
 * A question over the page; focus stays inside, Escape closes. A slip beside it loses nothing that was typed.
 * Our own style sheet holds the page beneath: Mantine's lock writes a style without the nonce.
 */
export function Dialog({
  title,
  isOpen,
  onClose,
  children,
  size = 'normal',
  canClose = true,
}: DialogProps): ReactNode {
  const { t } = useTranslation('ui');
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={title}
      size={WIDTH[size]}
      centered
      withCloseButton={canClose}
      closeOnEscape={canClose}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('close') }}
      styles={TITLE}
      radius={10}
      lockScroll={false}
    >
      <div className="stack">{children}</div>
    </Modal>
  );
}

interface SideSheetProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly side?: 'start' | 'end' | 'bottom';
  readonly size?: number | string;
}

/** A sheet from the side (or from below, on a phone). */
export function SideSheet({
  title,
  isOpen,
  onClose,
  children,
  side = 'end',
  size = 420,
}: SideSheetProps): ReactNode {
  const { t } = useTranslation('ui');
  // Mantine mirrors left and right of its drawers by direction.
  const position = side === 'bottom' ? 'bottom' : side === 'start' ? 'left' : 'right';
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      title={title}
      position={position}
      size={size}
      closeButtonProps={{ 'aria-label': t('close') }}
      styles={TITLE}
      lockScroll={false}
    >
      {children}
    </Drawer>
  );
}
