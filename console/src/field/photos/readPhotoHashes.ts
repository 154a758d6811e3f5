/** The hashes of the pictures that an event names, as the platform's own prefix or in full. */
export function readPhotoHashes(event: Record<string, unknown>): string[] {
  const named = [event['xy:photo'] ?? event['https://ns.xiangyu.example/epcis/photo']].flat();
  return named.filter((hash): hash is string => typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash));
}
