import { useMutation } from '@tanstack/react-query';
import { sayDone } from '../../ui/toast';

export interface Step<Given> {
  readonly send: (given: Given) => Promise<unknown>;
  /** What is said when it was done. */
  readonly done: string;
  readonly onDone: () => void;
}

/** One step of finance that asks for no code; whatever came of it, `changed` asks the screens again. */
export const useStep = <Given>({ send, done, onDone }: Step<Given>, changed: () => Promise<void>) =>
  useMutation({
    mutationFn: send,
    onSuccess: () => {
      sayDone(done);
      onDone();
    },
    onSettled: changed,
  });
