/** A phone that waits longer than this has no network that is worth the name. */
const patienceMs = 8_000;

/** Whether the platform answers: a phone may be in a network that leads nowhere, which the browser cannot tell. */
export async function isReachable(): Promise<boolean> {
  if (!navigator.onLine) return false;
  try {
    const answer = await fetch('/health', {
      cache: 'no-store',
      credentials: 'omit',
      signal: AbortSignal.timeout(patienceMs),
    });
    return answer.ok;
  } catch {
    return false;
  }
}
