/** How many milliseconds events are gathered before they are told: a burst asks once. */
const gatherMs = 400;
const longestPauseMs = 30_000;

/**
 * Calls `onChange` soon after anything of the member's transactions changed, and after every (re)connection, for what was
 * missed. An EventSource comes back by itself after a break; after an answer that makes it give up, it is opened again with
 * growing pauses. Returns the function that ends it.
 */
export function followEvents(onChange: () => void): () => void {
  let source: EventSource | null = null;
  let reopening: ReturnType<typeof setTimeout> | undefined;
  let gathering: ReturnType<typeof setTimeout> | undefined;
  let pauseMs = 2_000;
  const tell = () => {
    gathering ??= setTimeout(() => {
      gathering = undefined;
      onChange();
    }, gatherMs);
  };
  const open = () => {
    source = new EventSource('/transactions/events');
    source.addEventListener('open', () => {
      pauseMs = 2_000;
      tell();
    });
    source.addEventListener('transaction', tell);
    source.addEventListener('error', () => {
      if (source?.readyState !== EventSource.CLOSED) return;
      reopening = setTimeout(open, pauseMs);
      pauseMs = Math.min(longestPauseMs, pauseMs * 2);
    });
  };
  open();
  return () => {
    clearTimeout(reopening);
    clearTimeout(gathering);
    source?.close();
  };
}
