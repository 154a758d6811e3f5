/** The log's key and its witnesses as this platform publishes them (C2SP tlog-policy); null when it gives none. */
export async function getPolicy(signal: AbortSignal): Promise<string | null> {
  const answer = await fetch('/log/policy', { signal });
  return answer.ok ? answer.text() : null;
}
