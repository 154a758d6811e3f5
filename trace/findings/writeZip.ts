import { crc32, deflateRawSync } from 'node:zlib';

/** Version 2.0 of the format, with names in UTF-8 and DEFLATE. */
const version = 20;
const utf8Names = 0x0800;
const deflate = 8;
/** 1 January 1980: archives of the same files are the same bytes. */
const dosDate = 0x0021;

/** The fields that a local header and an entry of the directory share. */
function describe(name: Buffer, content: Uint8Array, packed: Buffer): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(version, 0);
  fields.writeUInt16LE(utf8Names, 2);
  fields.writeUInt16LE(deflate, 4);
  fields.writeUInt16LE(dosDate, 8);
  fields.writeUInt32LE(crc32(content), 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(content.length, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** Packs files into a ZIP archive (APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16); for less than 4 GiB and 65,535 files. */
export function writeZip(files: Readonly<Record<string, string | Buffer>>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, file] of Object.entries(files)) {
    const name = Buffer.from(path);
    const content = typeof file === 'string' ? Buffer.from(file) : file;
    const packed = deflateRawSync(content);
    const fields = describe(name, content, packed);
    const local = Buffer.concat([uint32(0x04034b50), fields, name, packed]);
    // Made by version 2.0; no comment, disk 0, no attributes.
    const entry = Buffer.concat([uint32(0x02014b50), Buffer.from([version, 0]), fields, Buffer.alloc(10)]);
    directory.push(entry, uint32(offset), name);
    parts.push(local);
    offset += local.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(listing.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, listing, uint32(0x06054b50), end]);
}
