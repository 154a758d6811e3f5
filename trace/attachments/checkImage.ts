import { attachmentErrors } from './errors.ts';

/** Media types of pictures. */
export type ImageType = 'image/jpeg' | 'image/webp';

/** Most bytes of one picture. */
export const mostImageBytes = 2 * 1024 * 1024;

const ascii = (bytes: Uint8Array, start: number, end: number) =>
  String.fromCharCode(...bytes.subarray(start, Math.max(start, end)));

/** Where each segment before the pixels begins, by its marker (ITU T.81, annex B). Null for what is no JPEG. */
function readJpegSegments(bytes: Uint8Array): { marker: number; start: number }[] | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  const segments: { marker: number; start: number }[] = [];
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    // A marker may be preceded by fill bytes.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    // Start of scan: pixels follow.
    if (marker === 0xda) return segments;
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    if (length < 2) return null;
    segments.push({ marker, start: at + 4 });
    at += 2 + length;
  }
  return null;
}

/** The chunks of a WebP (RFC 9649, section 2.3). Null for what is no WebP. */
function readWebpChunks(bytes: Uint8Array): string[] | null {
  if (ascii(bytes, 0, 4) !== 'RIFF' || ascii(bytes, 8, 12) !== 'WEBP') return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: string[] = [];
  let at = 12;
  while (at + 8 <= bytes.length) {
    chunks.push(ascii(bytes, at, at + 4));
    const size = view.getUint32(at + 4, true);
    at += 8 + size + (size % 2);
  }
  return chunks.some((name) => name.startsWith('VP8')) ? chunks : null;
}

/** Whether a picture tells more than its pixels; null when it is not of that type at all. */
function hasCameraData(bytes: Uint8Array, mediaType: ImageType): boolean | null {
  if (mediaType === 'image/webp') {
    const chunks = readWebpChunks(bytes);
    return chunks === null ? null : chunks.some((name) => name === 'EXIF' || name === 'XMP ');
  }
  const segments = readJpegSegments(bytes);
  // APP1 holds EXIF or XMP, APP13 what photo agencies write.
  return segments === null ? null : segments.some(({ marker }) => marker === 0xe1 || marker === 0xed);
}

/**
 * Accepts a JPEG or WebP picture that holds pixels only.
 *
 * @throws TRACE_ATTACHMENT_TOO_LARGE, TRACE_ATTACHMENT_NOT_AN_IMAGE, TRACE_ATTACHMENT_WITH_CAMERA_DATA
 */
export function checkImage(content: Uint8Array, mediaType: string): ImageType {
  if (content.length > mostImageBytes) {
    throw attachmentErrors.attachmentTooLarge({ sizeBytes: content.length, mostBytes: mostImageBytes });
  }
  const type = mediaType === 'image/jpeg' || mediaType === 'image/webp' ? mediaType : null;
  const tells = type && hasCameraData(content, type);
  if (type === null || tells === null)
    throw attachmentErrors.attachmentNotAnImage({ mediaType: mediaType.slice(0, 80) });
  if (tells) throw attachmentErrors.attachmentWithCameraData();
  return type;
}
