import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type ScreenKey, useKeys } from '../../../../lib/keys';
import type { Sight } from '../use-review';
import type { Tool } from './shapes';
import type { ViewControl } from './use-view';

const CLOSER = 1.25;
const TOOL_KEYS: readonly (readonly [Tool, string])[] = [
  ['hand', 'H'],
  ['pin', 'P'],
  ['rectangle', 'R'],
  ['arrow', 'A'],
  ['text', 'T'],
];

interface StageKeys {
  readonly control: ViewControl;
  readonly sight: Sight;
  /** To the next or the previous note. */
  readonly go: (by: 1 | -1) => void;
  /** Absent where nothing can be written. */
  readonly onTool?: (tool: Tool) => void;
}

/** The keys of the page: tools, zoom, and from note to note. */
export function useStageKeys({ control, go, onTool }: StageKeys): void {
  const { t } = useTranslation('proofs');
  const { fit, print, zoomBy } = control;
  const keys = useMemo((): ScreenKey[] => {
    const key = (code: string, shown: string, [label, run]: [string, () => void]): ScreenKey => ({
      ...{ code, shown, label, run },
    });
    return [
      key('KeyJ', 'J', [t('keys.next'), () => go(1)]),
      key('KeyK', 'K', [t('keys.previous'), () => go(-1)]),
      key('Digit0', '0', [t('zoom.fit'), fit]),
      key('Digit1', '1', [t('zoom.print'), print]),
      key('Equal', '+', [t('zoom.in'), () => zoomBy(CLOSER)]),
      key('Minus', '−', [t('zoom.out'), () => zoomBy(1 / CLOSER)]),
      ...(onTool
        ? TOOL_KEYS.map(([tool, name]) => key(`Key${name}`, name, [t(`tool.${tool}`), () => onTool(tool)]))
        : []),
    ];
  }, [t, go, fit, print, zoomBy, onTool]);
  useKeys(keys);
}
