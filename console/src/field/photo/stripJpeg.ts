/**
 * A JPEG without what cameras and programs write beside the pixels (APP1 to APP15 and comments; ITU T.81, annex B):
 * position, time, device. The colour profile (APP2) goes too. Null for what is no JPEG.
 */
export function stripJpeg(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xda) {
      kept.push(bytes.subarray(at));
      const size = kept.reduce((sum, part) => sum + part.length, 0);
      const whole = new Uint8Array(size);
      let end = 0;
      for (const part of kept) {
        whole.set(part, end);
        end += part.length;
      }
      return whole;
    }
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    if (length < 2) return null;
    const tells = (marker >= 0xe1 && marker <= 0xef) || marker === 0xfe;
    if (!tells) kept.push(bytes.subarray(at, at + 2 + length));
    at += 2 + length;
  }
  return null;
}
