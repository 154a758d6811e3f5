import { concatBytes } from '@noble/hashes/utils.js';
import { inBoth } from '../words.ts';
import { confluxErrors } from './errors.ts';
import { bytesToInteger, integerToBytes } from './hexBytes.ts';

/** Recursive Length Prefix (Ethereum yellow paper, appendix B): a string of bytes or a list. */
export type RlpItem = Uint8Array | readonly RlpItem[];

/** Deepest nesting that is read: headers have three levels, receipts four. */
const maxDepth = 16;

function prefix(length: number, short: number): Uint8Array {
  if (length < 56) return Uint8Array.of(short + length);
  const size = integerToBytes(BigInt(length));
  return concatBytes(Uint8Array.of(short + 55 + size.length), size);
}

/** Encodes one item. Integers are given as `integerToBytes` makes them. */
export function encodeRlp(item: RlpItem): Uint8Array {
  if (item instanceof Uint8Array) {
    if (item.length === 1 && (item[0] ?? 0) < 0x80) return item;
    return concatBytes(prefix(item.length, 0x80), item);
  }
  return encodeRlpList(item.map(encodeRlp));
}

/** Encodes a list whose items are encoded already. */
export function encodeRlpList(encodedItems: readonly Uint8Array[]): Uint8Array {
  const body = concatBytes(...encodedItems);
  return concatBytes(prefix(body.length, 0xc0), body);
}

interface Span {
  list: boolean;
  start: number;
  end: number;
}

const refuse = (offset: number, en: string, zh: string) =>
  confluxErrors.badRlp(...inBoth({ offset, problem: { en, zh } }));

function readSpan(bytes: Uint8Array, at: number, end: number): Span {
  const first = bytes[at];
  if (first === undefined || at >= end) throw refuse(at, 'it ends too early', '数据不完整');
  const list = first >= 0xc0;
  if (first < 0x80) return { list, start: at, end: at + 1 };
  const short = first - (list ? 0xc0 : 0x80);
  const sizeBytes = short < 56 ? 0 : short - 55;
  const start = at + 1 + sizeBytes;
  const size = sizeBytes === 0 ? BigInt(short) : bytesToInteger(bytes.subarray(at + 1, start));
  if (start > end || size > BigInt(end - start)) throw refuse(at, 'it is longer than its frame', '长度超出所在范围');
  // One value has one encoding; a second one would be a second hash of the same thing.
  const longForm = sizeBytes > 0 && (size < 56n || bytes[at + 1] === 0);
  const longByte = !list && size === 1n && sizeBytes === 0 && (bytes[start] ?? 0) < 0x80;
  if (longForm || longByte) throw refuse(at, 'it is not the shortest form', '不是最短编码');
  return { list, start, end: start + Number(size) };
}

function readItem(bytes: Uint8Array, span: Span, depth: number): RlpItem {
  if (!span.list) return bytes.subarray(span.start, span.end);
  if (depth >= maxDepth) throw refuse(span.start, 'it is nested too deeply', '嵌套过深');
  return splitSpans(bytes, span).map(({ inner }) => readItem(bytes, inner, depth + 1));
}

function splitSpans(bytes: Uint8Array, list: Span): { from: number; inner: Span }[] {
  const spans: { from: number; inner: Span }[] = [];
  for (let at = list.start; at < list.end; ) {
    const inner = readSpan(bytes, at, list.end);
    spans.push({ from: at, inner });
    at = inner.end;
  }
  return spans;
}

function readWhole(bytes: Uint8Array): Span {
  const span = readSpan(bytes, 0, bytes.length);
  if (span.end !== bytes.length) throw refuse(span.end, 'bytes follow its end', '末尾有多余字节');
  return span;
}

/** Decodes exactly one item, strictly: shortest forms only. @throws CONFLUX_BAD_RLP */
export function decodeRlp(bytes: Uint8Array): RlpItem {
  return readItem(bytes, readWhole(bytes), 0);
}

/** The items of a list, each still encoded. @throws CONFLUX_BAD_RLP */
export function splitRlpList(bytes: Uint8Array): Uint8Array[] {
  const span = readWhole(bytes);
  if (!span.list) throw refuse(0, 'it is not a list', '不是列表');
  return splitSpans(bytes, span).map(({ from, inner }) => bytes.subarray(from, inner.end));
}
