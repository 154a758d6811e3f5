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

/** The example documents of EPCIS 2.0. */
export function readExamples(): ExampleDocument[] {
  if (!hasConformance) return [];
  const names = readdirSync(new URL('gs1-epcis/examples-json/', folder)).sort();
  return names.map((name) => ({
    name,
    document: readConformanceJson(`gs1-epcis/examples-json/${name}`) as Record<string, unknown>,
  }));
}
