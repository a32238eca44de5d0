import { Check, Circle, CircleDot } from 'lucide-react';
import type { ReactNode } from 'react';

interface StepperProps {
  readonly label: string;
  readonly steps: readonly string[];
  /** Index of the step under way; `steps.length` when all are done. */
  readonly at: number;
}

/** Where a thing stands on its way. */
export function Stepper({ label, steps, at }: StepperProps): ReactNode {
  return (
    <ol className="steps" aria-label={label}>
      {steps.map((step, index) => (
        <li key={step} aria-current={index === at ? 'step' : undefined}>
          {index < at && <Check size={14} className="done" aria-hidden />}
          {index === at && <CircleDot size={14} aria-hidden />}
          {index > at && <Circle size={14} aria-hidden />}
          {step}
        </li>
      ))}
    </ol>
  );
}
