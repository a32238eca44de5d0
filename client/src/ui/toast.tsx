import { notifications } from '@mantine/notifications';
import { Check, TriangleAlert } from 'lucide-react';

/** Says shortly that something worked. */
export function sayDone(message: string): void {
  notifications.show({ message, color: 'teal', icon: <Check size={16} aria-hidden />, autoClose: 4000 });
}

/** Says that something failed where no place on the screen can. */
export function sayFailed(message: string): void {
  notifications.show({
    message,
    color: 'red',
    icon: <TriangleAlert size={16} aria-hidden />,
    autoClose: 9000,
  });
}
