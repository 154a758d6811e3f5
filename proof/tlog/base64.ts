const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const values = new Map(Array.from(alphabet, (letter, value) => [letter, value]));

/** Bytes in standard base64 with padding (RFC 4648 §4). */
export function encodeBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const group = bytes.subarray(at, at + 3);
    const bits = ((group[0] ?? 0) << 16) | ((group[1] ?? 0) << 8) | (group[2] ?? 0);
    for (let letter = 0; letter < 4; letter += 1) {
      text += letter > group.length ? '=' : alphabet.charAt((bits >> (18 - 6 * letter)) & 63);
    }
  }
  return text;
}

/**
 * Bytes from standard base64; null for anything but the one text that `encodeBase64` makes of them. Where the platform's own
 * decoder is lenient, two texts would mean the same bytes, and a changed letter could go unnoticed.
 */
export function decodeBase64(text: string): Uint8Array | null {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return null;
  const letters = text.replace(/=+$/, '');
  const bytes = new Uint8Array(Math.floor((letters.length * 3) / 4));
  let bits = 0;
  let count = 0;
  let at = 0;
  for (const letter of letters) {
    bits = ((bits << 6) | (values.get(letter) ?? 0)) & 0xffffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes[at] = (bits >> count) & 255;
    at += 1;
  }
  // RFC 4648 §3.5: the bits that belong to no byte must be zero.
  return (bits & ((1 << count) - 1)) === 0 ? bytes : null;
}
