import type { Role } from '../dsp.ts';

/** One arrow of a state machine: in `from` (null before the first message) the side `by` may send what leads to `to`. */
export interface Arrow<State extends string, Step extends string> {
  from: State | null;
  step: Step;
  by: readonly Role[];
  to: State;
}

/** A state machine of the protocol, as data. */
export interface Machine<State extends string, Step extends string> {
  arrows: readonly Arrow<State, Step>[];
  terminal: readonly State[];
}

/** The state that a step of one side leads to; null when the side may not take it there. */
export function nextState<State extends string, Step extends string>(
  machine: Machine<State, Step>,
  { state, step, by }: { state: State | null; step: Step; by: Role },
): State | null {
  return (
    machine.arrows.find((arrow) => arrow.from === state && arrow.step === step && arrow.by.includes(by))?.to ?? null
  );
}
