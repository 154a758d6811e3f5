import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ErrorDescriptor } from '../errors.ts';
import { checkErrorWords } from './checkErrorWords.ts';
import { floors } from './floors.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const page = join(root, 'docs', 'errors.md');

interface RoomCatalogue {
  room: string;
  entries: [code: string, descriptor: ErrorDescriptor][];
}

/** Reads the catalogue of every room that has errors; a large room may have more than one file of them. */
async function readCatalogues(): Promise<RoomCatalogue[]> {
  const catalogues: RoomCatalogue[] = [];
  for (const room of Object.keys(floors).filter((name) => !name.endsWith('.ts') && existsSync(join(root, name)))) {
    const files = readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
      .filter((file) => basename(file) === 'errors.ts')
      .sort();
    const entries: RoomCatalogue['entries'] = [];
    for (const file of files) {
      const module: Record<string, unknown> = await import(pathToFileURL(join(root, room, file)).href);
      for (const value of Object.values(module)) {
        const catalogue = (value as { catalogue?: ReadonlyMap<string, ErrorDescriptor> } | null)?.catalogue;
        if (catalogue instanceof Map) entries.push(...catalogue);
      }
    }
    if (entries.length > 0) catalogues.push({ room, entries });
  }
  return catalogues;
}

function render(catalogues: RoomCatalogue[]): string {
  const cell = (text: string) => text.replaceAll('|', '\\|');
  const sections = catalogues.map(({ room, entries }) => {
    const rows = entries.map(
      ([code, entry]) =>
        `| \`${code}\` | ${entry.status} | ${entry.retryable ? 'yes' : 'no'} | ${cell(entry.cause)} | ${cell(entry.next)} |`,
    );
    return `## ${room}\n\n| code | HTTP | retry | cause | next step |\n|---|---|---|---|---|\n${rows.join('\n')}\n`;
  });
  return `# Errors\n\nGenerated from the catalogues of the rooms by \`node bin/run.js checks/writeErrorPage.ts\`; do not edit.\nA code never changes its meaning. "retry" says whether the same call may succeed later without a change.\n\n${sections.join('\n')}`;
}

const catalogues = await readCatalogues();
const text = render(catalogues);
if (process.argv.includes('--check')) {
  const faults = catalogues.flatMap(({ room, entries }) => checkErrorWords(room, join(root, room), entries));
  if (faults.length > 0) {
    console.error(`${faults.join('\n')}\nNext step: mend zh of these entries in the errors.ts of their rooms.`);
    process.exit(1);
  }
  if (!existsSync(page) || readFileSync(page, 'utf8') !== text) {
    console.error('docs/errors.md is out of date. Next step: node bin/run.js checks/writeErrorPage.ts');
    process.exit(1);
  }
} else {
  writeFileSync(page, text);
}
