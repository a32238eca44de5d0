import { tickTodos, unfoldTodo } from '@qafila/shared/branding/design-proofs.contract';
import type { DesignProofView, TodoView } from '@qafila/shared/branding/proof-views';
import { useMutation } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../../lib/call';
import { useFormats } from '../../../../lib/i18n/format';
import { useSay } from '../../../../lib/i18n/say';
import { IconButton } from '../../../../ui/button';
import { Card } from '../../../../ui/card';
import { Chip } from '../../../../ui/chip';
import { ErrorLine } from '../../../../ui/states';
import { STORE_SIDE } from '../side';
import { useFreshProof } from '../use-review';

/** The one list the designer works from, made of the notes by the gatekeeper. */
export function TodoList({ proof }: { readonly proof: DesignProofView }): ReactNode {
  const { t } = useTranslation('gate');
  const { list, number } = useFormats();
  const say = useSay();
  const refresh = useFreshProof(STORE_SIDE, proof.id);
  const may = (step: string): boolean => proof.actions.some((each) => each.step === step && each.allowed);
  const [why] = proof.actions.find(({ step }) => step === 'tick')?.reasons ?? [];
  const [pressed, setPressed] = useState<TodoView | null>(null);
  const tick = useMutation({
    mutationFn: ({ id, isDone }: TodoView) =>
      call(tickTodos, { params: { id: proof.id }, body: { todoIds: [id], isDone: !isDone } }),
    onSettled: async () => {
      await refresh();
      setPressed(null);
    },
  });
  const unfold = useMutation({
    mutationFn: (todo: TodoView) => call(unfoldTodo, { params: { id: proof.id, todoId: todo.id } }),
    onSettled: refresh,
  });
  // What was just pressed shows at once; what the server says stands after it.
  const isTicked = ({ id, isDone }: TodoView): boolean => (pressed?.id === id ? !pressed.isDone : isDone);
  const open = proof.todos.filter(({ isDone }) => !isDone).length;
  if (proof.todos.length === 0) return null;
  return (
    <Card
      title={t('todos.title')}
      aside={
        <Chip tone={open === 0 ? 'ok' : 'info'}>
          {t(open === 0 ? 'todos.allDone' : 'todos.open', { count: open })}
        </Chip>
      }
    >
      <ul className="proof-todos">
        {proof.todos.map((todo) => (
          <li key={todo.id}>
            <label className={todo.isDone ? 'proof-tick is-done' : 'proof-tick'}>
              <input
                type="checkbox"
                checked={isTicked(todo)}
                disabled={!may('tick') || tick.isPending}
                onChange={() => {
                  setPressed(todo);
                  tick.mutate(todo);
                }}
              />
              <span>
                <span dir="auto">{todo.text}</span>{' '}
                <span className="small muted nowrap">
                  {t('todos.from', {
                    count: todo.notes.length,
                    notes: list(todo.notes.map(number)),
                    version: todo.fromVersion,
                  })}
                </span>
              </span>
            </label>
            {may('fold') && !todo.isDone && (
              <IconButton
                icon={Undo2}
                flip
                label={t('todos.unfold', { text: todo.text })}
                onClick={() => unfold.mutate(todo)}
              />
            )}
          </li>
        ))}
      </ul>
      {why !== undefined && open > 0 && <p className="reason">{say.reason({ code: why, params: {} })}</p>}
      <ErrorLine error={tick.error ?? unfold.error} />
    </Card>
  );
}
