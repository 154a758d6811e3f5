import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ErrorDescriptor } from '../errors.ts';
import { checkErrorWords } from './checkErrorWords.ts';
import { floors } from './floors.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

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

const pages = [
  {
    file: 'errors.md',
    head: [
      '# Errors',
      '',
      'Generated from the catalogues of the rooms by `node bin/run.js checks/writeErrorPage.ts`; do not edit.',
      'A code never changes its meaning. "retry" says whether the same call may succeed later without a change.',
    ],
    columns: '| code | HTTP | retry | cause | next step |',
    retry: { true: 'yes', false: 'no' },
    textsOf: (entry: ErrorDescriptor) => entry,
  },
  {
    file: 'errors.zh-CN.md',
    head: [
      '# 错误一览',
      '',
      '由 `node bin/run.js checks/writeErrorPage.ts` 根据各部分的错误目录生成，请勿手工修改。',
      '错误代码的含义永不改变。“可重试”指不作修改、稍后再次调用可能成功。只在终端中出现的错误仅有英文。',
    ],
    columns: '| 代码 | HTTP | 可重试 | 原因 | 下一步 |',
    retry: { true: '是', false: '否' },
    textsOf: (entry: ErrorDescriptor) => entry.zh ?? entry,
  },
] as const;

function render(catalogues: RoomCatalogue[], { head, columns, retry, textsOf }: (typeof pages)[number]): string {
  const cell = (text: string) => text.replaceAll('|', '\\|');
  const sections = catalogues.map(({ room, entries }) => {
    const rows = entries.map(([code, entry]) => {
      const { cause, next } = textsOf(entry);
      return `| \`${code}\` | ${entry.status} | ${retry[`${entry.retryable}`]} | ${cell(cause)} | ${cell(next)} |`;
    });
    return `## ${room}\n\n${columns}\n|---|---|---|---|---|\n${rows.join('\n')}\n`;
  });
  return `${head.join('\n')}\n\n${sections.join('\n')}`;
}

const catalogues = await readCatalogues();
if (process.argv.includes('--check')) {
  const faults = catalogues.flatMap(({ room, entries }) => checkErrorWords(room, join(root, room), entries));
  if (faults.length > 0) {
    console.error(`${faults.join('\n')}\nNext step: mend zh of these entries in the errors.ts of their rooms.`);
    process.exit(1);
  }
}
for (const page of pages) {
  const path = join(root, 'docs', page.file);
  const text = render(catalogues, page);
  if (!process.argv.includes('--check')) {
    writeFileSync(path, text);
  } else if (!existsSync(path) || readFileSync(path, 'utf8') !== text) {
    console.error(`docs/${page.file} is out of date. Next step: node bin/run.js checks/writeErrorPage.ts`);
    process.exit(1);
  }
}
