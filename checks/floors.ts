import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { parseSync } from 'oxc-parser';

/** The floor of every room; a room may import only from rooms on lower floors. */
export const floors: Readonly<Record<string, number>> = {
  'errors.ts': -1,
  proof: 0,
  host: 0,
  contracts: 0,
  engine: 1,
  store: 1,
  witness: 1,
  ledger: 2,
  alliance: 3,
  cooperation: 4,
  exchange: 4,
  trace: 4,
  explorer: 4,
  evidence: 4,
  developer: 4,
  server: 5,
  demo: 5,
  cli: 6,
};

/** Folders that are not rooms of the house but look at it from outside, with the faces they may use. */
const outsiders: Readonly<Record<string, readonly string[] | 'any'>> = {
  console: ['proof/index.ts'],
  checks: 'any',
  bench: 'any',
  e2e: 'any',
};

/** One import that breaks a rule of the house. */
export interface FloorViolation {
  file: string;
  imports: string;
  rule: string;
}

function listSources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (['node_modules', 'dist'].includes(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return listSources(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

/** Every module of this house that a source names: static and dynamic imports, types too, and re-exports. */
export function readImports(file: string, text: string): string[] {
  const { module } = parseSync(file, text);
  const dynamic = module.dynamicImports.map(({ moduleRequest }) =>
    text.slice(moduleRequest.start + 1, moduleRequest.end - 1),
  );
  return [
    ...module.staticImports.map((entry) => entry.moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) => entries.flatMap((entry) => entry.moduleRequest?.value ?? [])),
    ...dynamic,
  ].filter((specifier) => specifier.startsWith('.'));
}

function judge(from: string, to: string, isTest: boolean): string | null {
  const [fromRoom = '', toRoom = ''] = [from.split(sep)[0], to.split(sep)[0]];
  if (fromRoom === toRoom) {
    return to === join(fromRoom, 'index.ts') && !isTest ? 'a file of a room does not import its own face' : null;
  }
  const faces = outsiders[fromRoom];
  if (faces) return faces === 'any' || faces.includes(to) ? null : `${fromRoom}/ may import only ${faces.join(', ')}`;
  const [fromFloor, toFloor] = [floors[fromRoom], floors[toRoom]];
  if (fromFloor === undefined) return `${fromRoom} has no floor; give it one in checks/floors.ts`;
  if (toFloor === undefined) return `${toRoom} is not a room`;
  if (toFloor === fromFloor) return `${fromRoom} and ${toRoom} are on one floor and do not know each other`;
  if (toFloor > fromFloor) return `${fromRoom} is below ${toRoom}: imports go down only`;
  const isFace =
    to === toRoom || to === join(toRoom, 'index.ts') || to.startsWith(join('contracts', 'generated') + sep);
  const isTestFace = isTest && to === join(toRoom, 'testing.ts');
  return isFace || isTestFace ? null : `${toRoom} is entered through ${toRoom}/index.ts only`;
}

/** Checks every import of every source below `root` against the floors. */
export function findFloorViolations(root: string): FloorViolation[] {
  const rooms = [...Object.keys(floors).filter((name) => !name.endsWith('.ts')), ...Object.keys(outsiders)];
  const sources = rooms.flatMap((room) => {
    try {
      return listSources(join(root, room));
    } catch {
      return [];
    }
  });
  return sources.flatMap((path) => {
    const file = relative(root, path);
    const isTest = /\.test\.tsx?$/.test(file) || file.endsWith(`${sep}testing.ts`);
    return readImports(file, readFileSync(path, 'utf8')).flatMap((specifier) => {
      const target = relative(root, resolve(dirname(path), specifier));
      const rule = judge(file, target, isTest);
      return rule ? [{ file, imports: target, rule }] : [];
    });
  });
}
