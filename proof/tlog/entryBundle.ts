import { concatBytes } from '@noble/hashes/utils.js';
import { inBoth } from '../words.ts';
import { tlogErrors } from './errors.ts';
import { tileWidth } from './tiles.ts';

/** The longest entry a bundle can hold, in bytes: its length is written in two. */
export const maxEntryBytes = 65_535;

const refuse = (en: string, zh: string) => tlogErrors.badEntryBundle(...inBoth({ problem: { en, zh } }));

/** Log entries one after the other, each after its length as big-endian uint16 (tlog-tiles). @throws TLOG_BAD_ENTRY_BUNDLE */
export function encodeEntryBundle(entries: readonly Uint8Array[]): Uint8Array {
  if (entries.length > tileWidth) throw refuse(`it has more than ${tileWidth} entries`, `超过 ${tileWidth} 个条目`);
  return concatBytes(
    ...entries.flatMap((entry) => {
      if (entry.length > maxEntryBytes) {
        throw refuse(
          `an entry has ${entry.length} bytes, more than ${maxEntryBytes}`,
          `有条目长 ${entry.length} 字节，超过 ${maxEntryBytes} 字节`,
        );
      }
      return [Uint8Array.of(entry.length >> 8, entry.length & 255), entry];
    }),
  );
}

/** The entries of a bundle. @throws TLOG_BAD_ENTRY_BUNDLE when it is cut off or has more than 256 */
export function decodeEntryBundle(bundle: Uint8Array): Uint8Array[] {
  const view = new DataView(bundle.buffer, bundle.byteOffset, bundle.byteLength);
  const entries: Uint8Array[] = [];
  for (let at = 0; at < bundle.length; ) {
    if (at + 2 > bundle.length) throw refuse('it ends inside the length of an entry', '在条目长度处中断');
    const end = at + 2 + view.getUint16(at);
    if (end > bundle.length) throw refuse('it ends inside an entry', '在条目中间中断');
    entries.push(bundle.slice(at + 2, end));
    if (entries.length > tileWidth) throw refuse(`it has more than ${tileWidth} entries`, `超过 ${tileWidth} 个条目`);
    at = end;
  }
  return entries;
}
