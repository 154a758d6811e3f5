import { useEffect, useState } from 'react';

/** The time now, in milliseconds since 1970; the component is drawn again with every step. */
export function useClock(stepMs = 1_000): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), stepMs);
    return () => clearInterval(timer);
  }, [stepMs]);
  return now;
}
