import { crc32, deflateSync } from 'node:zlib';
import type { Matrix } from './encodeMatrix.ts';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/** The code as a PNG image in black and white (one bit a pixel), `scale` pixels a module, with its quiet zone. */
export function drawPng({ size, isDark, quiet }: Matrix, scale: number): Buffer {
  const modules = size + 2 * quiet;
  const side = modules * scale;
  const rowBytes = Math.ceil(side / 8);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header[8] = 1;
  const pixels = Buffer.alloc(side * (rowBytes + 1));
  for (let module = 0; module < modules; module++) {
    const line = Buffer.alloc(rowBytes + 1, 0xff);
    line[0] = 0;
    for (let x = 0; x < side; x++) {
      const column = Math.floor(x / scale) - quiet;
      const row = module - quiet;
      const inside = column >= 0 && row >= 0 && column < size && row < size;
      const byte = 1 + (x >> 3);
      if (inside && isDark(column, row)) line[byte] = (line[byte] ?? 0) & ~(0x80 >> (x & 7));
    }
    for (let copy = 0; copy < scale; copy++) line.copy(pixels, (module * scale + copy) * line.length);
  }
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
