import { notifications } from '@mantine/notifications';
import { Check, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { ErrorText } from './states';

/** Says shortly that something worked. */
export function sayDone(message: string): void {
  notifications.show({ message, color: 'teal', icon: <Check size={16} aria-hidden />, autoClose: 4000 });
}

/** Says that something failed where no place on the screen can. */
export function sayFailed(message: ReactNode): void {
  notifications.show({
    message,
    color: 'red',
    icon: <TriangleAlert size={16} aria-hidden />,
    autoClose: 9000,
  });
}

/** Says what a call answered where no place on the screen can. */
export const sayFault = (error: unknown): void => sayFailed(<ErrorText error={error} />);
