import { type Dieline, dielineOf } from '@qafila/shared/branding/dieline';
import {
  type PackagingContent,
  type PackagingView,
  savePackaging,
} from '@qafila/shared/branding/packaging.contract';
import { packagingFaults } from '@qafila/shared/branding/packaging.rules';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../lib/call';
import { useSay } from '../../../lib/i18n/say';
import { sayDone } from '../../../ui/toast';
import { PACKAGING_KEY, packagingQuery } from './api';

/** What a form cannot be drawn with: a package of no size has no outline. */
const isOfForm = (path: string): boolean => /^(dims|bleedMm|safeMm)/.test(path);

interface Typed {
  readonly content: PackagingContent;
  /** The last content that can be drawn. */
  readonly drawn: PackagingContent;
}

/** The drawing follows only what can be made. */
function typedOver(now: Typed, part: Partial<PackagingContent>): Typed {
  const content = { ...now.content, ...part };
  const canDraw = !packagingFaults(content).some(({ path }) => isOfForm(path));
  return { content, drawn: canDraw ? content : now.drawn };
}

export interface PackagingForm {
  readonly content: PackagingContent;
  readonly dieline: Dieline;
  /** The drawing shows an earlier form: the typed one cannot be made. */
  readonly isBehind: boolean;
  readonly canEdit: boolean;
  readonly isChanged: boolean;
  readonly hasFaults: boolean;
  readonly isSaving: boolean;
  readonly error: unknown;
  readonly change: (part: Partial<PackagingContent>) => void;
  readonly fault: (path: string) => string | undefined;
  readonly save: () => void;
}

/** The typed packaging spec over the saved one; the drawing follows what is typed. */
export function usePackagingForm(spec: PackagingView): PackagingForm {
  const { t } = useTranslation('packaging');
  const say = useSay();
  const client = useQueryClient();
  const [typed, setTyped] = useState<Typed>({ content: spec.content, drawn: spec.content });
  const { content, drawn } = typed;
  const faults = useMemo(() => packagingFaults(content), [content]);
  const dieline = useMemo(() => dielineOf(drawn), [drawn]);
  const save = useMutation({
    mutationFn: () => call(savePackaging, { params: { id: spec.id }, ifMatch: spec.version, body: content }),
    onSuccess: async (saved) => {
      client.setQueryData(packagingQuery(spec.id).queryKey, saved);
      setTyped((now) => (now.content === content ? { content: saved.content, drawn: saved.content } : now));
      sayDone(t('form.saved', { version: saved.version }));
      await client.invalidateQueries({ queryKey: [...PACKAGING_KEY, 'list'] });
    },
  });
  const change = (part: Partial<PackagingContent>): void => {
    save.reset();
    setTyped((now) => typedOver(now, part));
  };
  const found = (path: string) => faults.find((fault) => fault.path === path);
  return {
    content,
    dieline,
    isBehind: faults.some(({ path }) => isOfForm(path)),
    canEdit: spec.actions.some(({ step, allowed }) => step === 'archive' && allowed),
    isChanged: JSON.stringify(content) !== JSON.stringify(spec.content),
    hasFaults: faults.length > 0,
    isSaving: save.isPending,
    error: save.error,
    change,
    fault: (path) => {
      const fault = found(path);
      return fault ? say.reason(fault) : say.field(save.error, path);
    },
    save: () => save.mutate(),
  };
}
