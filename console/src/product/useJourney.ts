import { useEffect, useState } from 'react';
import { getJourney, type Journey } from '../api/getJourney.ts';

export interface LoadedJourney {
  journey: Journey | null;
  error: unknown;
  reload: () => void;
}

const refreshMs = 4000;

/** The journey of a lot, read again every few seconds while some of its records are on their way to the chain. */
export function useJourney(gtin: string, lot: string): LoadedJourney {
  const [journey, setJourney] = useState<Journey | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [round, setRound] = useState(0);
  const waiting = journey?.steps.some(({ status }) => status !== 'confirmed') ?? false;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks the same question again.
  useEffect(() => {
    const controller = new AbortController();
    getJourney(gtin, lot, controller.signal).then(
      (answer) => {
        setJourney(answer);
        setError(null);
      },
      (problem: unknown) => {
        if (!controller.signal.aborted) setError(problem);
      },
    );
    return () => controller.abort();
  }, [gtin, lot, round]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each round sets the clock of the next.
  useEffect(() => {
    if (!waiting || document.hidden) return;
    const timer = setTimeout(() => setRound((before) => before + 1), refreshMs);
    return () => clearTimeout(timer);
  }, [waiting, round, journey]);

  return { journey, error, reload: () => setRound((before) => before + 1) };
}
