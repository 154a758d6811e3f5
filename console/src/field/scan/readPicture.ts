import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import wasmAddress from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { type Code, readCode } from './readCode.ts';

/** Symbols on products, cases and pallets. */
const formats = [
  'QRCode',
  'DataMatrix',
  'Code128',
  'EAN13',
  'EAN8',
  'UPCA',
  'ITF14',
  'DataBarExp',
  'DataBarExpStk',
] as const;

/** Loads the reader, which is served with this page, so that the first look is fast. */
function prepareReader(): void {
  prepareZXingModule({ overrides: { locateFile: (path: string) => (path.endsWith('.wasm') ? wasmAddress : path) } });
}
prepareReader();

/** The code in a picture or in one frame of a camera; null when there is none. `patient` looks at every angle and size. */
export async function readPicture(picture: Blob | ImageData, { patient = false } = {}): Promise<Code | null> {
  const [found] = await readBarcodes(picture, {
    formats: [...formats],
    maxNumberOfSymbols: 1,
    tryHarder: patient,
    tryRotate: true,
    tryInvert: patient,
    tryDownscale: true,
    textMode: 'Plain',
  });
  if (!found?.isValid) return null;
  // A GS1 DataMatrix, GS1-128 or DataBar is one by its first character, which the reader has taken away.
  return readCode(found.text, { isGs1: found.contentType === 'GS1' });
}
