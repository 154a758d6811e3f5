function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}

function compareByCodePoint(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const left = a.charCodeAt(i);
    const right = b.charCodeAt(i);
    if (left === right) continue;
    // UTF-16 puts surrogates below U+E000; UTF-8 puts the characters they stand for above.
    if (isSurrogate(left) !== isSurrogate(right)) return isSurrogate(left) ? 1 : -1;
    return left - right;
  }
  return a.length - b.length;
}

// Only a surrogate makes the order of UTF-16 units differ from the order of UTF-8 bytes.
const SURROGATE = /[\ud800-\udfff]/;

/** Sorts by UTF-8 bytes (CBV 2.0, event hash rule 10), in place, and joins without a separator. */
export function joinSorted(texts: string[]): string {
  const count = texts.length;
  if (count === 0) return '';
  if (count === 1) return texts[0] ?? '';
  texts.sort();
  let joined = '';
  for (const text of texts) joined += text;
  if (!SURROGATE.test(joined)) return joined;
  return texts.sort(compareByCodePoint).join('');
}
