import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Folder of documents written by others, beside the repository; tests that need it are skipped without it. */
const folder = new URL('../../../shared/conformance/', import.meta.url);

export const hasConformance = existsSync(folder);

export function readConformanceJson(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, folder), 'utf8'));
}

export interface ExampleDocument {
  name: string;
  document: Record<string, unknown>;
}

export interface HashVector extends ExampleDocument {
  /** The published hash id of each event, in order. */
  hashes: string[];
}

/** Every JSON document with published event hash ids. */
export function readHashVectors(): HashVector[] {
  if (!hasConformance) return [];
  const names = readdirSync(new URL('event-hash/', folder)).filter((name) => name.endsWith('.jsonld'));
  return names.sort().map((name) => ({
    name,
    document: readConformanceJson(`event-hash/${name}`) as Record<string, unknown>,
    hashes: readFileSync(new URL(`event-hash/${name.replace('.jsonld', '.hashes')}`, folder), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== ''),
  }));
}

/** The example documents of EPCIS 2.0. */
export function readExamples(): ExampleDocument[] {
  if (!hasConformance) return [];
  const names = readdirSync(new URL('gs1-epcis/examples-json/', folder)).sort();
  return names.map((name) => ({
    name,
    document: readConformanceJson(`gs1-epcis/examples-json/${name}`) as Record<string, unknown>,
  }));
}

/** The XML examples of EPCIS 2.0: documents, master data and capture jobs. */
export function readXmlExamples(): { name: string; text: string }[] {
  if (!hasConformance) return [];
  const names = readdirSync(new URL('gs1-epcis/examples-xml/', folder)).sort();
  return names.map((name) => ({
    name,
    text: readFileSync(new URL(`gs1-epcis/examples-xml/${name}`, folder), 'utf8'),
  }));
}
