import type { Photo } from '../store/openFieldStore.ts';
import { stripJpeg } from './stripJpeg.ts';

/** Longer side of a picture in pixels, and how good it is, from the best try to the smallest. */
const tries = [
  { side: 1600, quality: 0.82 },
  { side: 1280, quality: 0.7 },
  { side: 960, quality: 0.6 },
] as const;
/** Enough for a picture of a field, little for a mobile network; the platform takes up to 2 MiB. */
const mostBytes = 600 * 1024;

function toBlob(canvas: HTMLCanvasElement, quality: number): Promise<Blob | null> {
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
}

/** SHA-256 in hexadecimal. */
async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Draws a picture anew and smaller, upright and without anything that the camera wrote beside the pixels. Throws a
 * TypeError when the browser cannot read the file.
 */
export async function shrinkPhoto(file: Blob): Promise<Photo> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => {
    throw new TypeError('the file is no picture');
  });
  try {
    const canvas = document.createElement('canvas');
    let smallest: Uint8Array<ArrayBuffer> | null = null;
    for (const { side, quality } of tries) {
      const scale = Math.min(1, side / Math.max(picture.width, picture.height));
      canvas.width = Math.max(1, Math.round(picture.width * scale));
      canvas.height = Math.max(1, Math.round(picture.height * scale));
      canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
      const blob = await toBlob(canvas, quality);
      smallest = blob && stripJpeg(new Uint8Array(await blob.arrayBuffer()));
      if (smallest && smallest.length <= mostBytes) break;
    }
    if (!smallest) throw new TypeError('the picture cannot be drawn');
    return { hash: await hashOf(smallest), mediaType: 'image/jpeg', content: smallest.buffer };
  } finally {
    picture.close();
  }
}
