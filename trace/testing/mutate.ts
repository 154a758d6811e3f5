/** A copy of a document with one thing changed. */
export interface Mutation {
  name: string;
  document: unknown;
}

type Path = (string | number)[];

const wrongValues: [string, (value: unknown) => unknown][] = [
  ['null', () => null],
  ['number', () => 42],
  ['true', () => true],
  ['text', () => 'no uri, no date'],
  ['empty text', () => ''],
  ['object', () => ({})],
  ['empty list', () => []],
  ['list of it', (value) => [value]],
  ['with space', (value) => (typeof value === 'string' ? `${value} ` : 'x y')],
  ['bad month', (value) => (typeof value === 'string' ? value.replace(/^(\d{4})-\d\d/, '$1-13') : 7)],
  ['no offset', (value) => (typeof value === 'string' ? value.replace(/(?:Z|[+-]\d\d:\d\d)$/, '') : 8)],
  ['upper case', (value) => (typeof value === 'string' ? value.toUpperCase() : 9)],
  ['cbv urn', () => 'urn:epcglobal:cbv:bizstep:receiving'],
  ['own uri', () => 'https://example.com/own/word'],
];

/** Every single change of `document` that this file knows: each place once with each change. */
export function* mutate(document: unknown): Generator<Mutation> {
  for (const path of pathsOf(document)) {
    const name = `/${path.join('/')}`;
    if (path.length > 0) {
      yield { name: `${name} deleted`, document: edit(document, path, remove) };
      for (const [label, change] of wrongValues) {
        yield {
          name: `${name} = ${label}`,
          document: edit(document, path, replaceBy(change)),
        };
      }
    }
    const value = path.reduce<unknown>((node, key) => (node as Record<string | number, unknown>)[key], document);
    if (Array.isArray(value) && value.length > 0) {
      const repeated = [...value, value[0]];
      yield {
        name: `${name} repeats an item`,
        document: edit(
          document,
          path,
          replaceBy(() => repeated),
        ),
      };
    } else if (typeof value === 'object' && value !== null) {
      for (const key of ['unknownField', 'example:extension', 'id', 'ilmd', 'parentID', 'constructor']) {
        const extended = { ...value, [key]: 'https://example.com/value' };
        const changed =
          path.length === 0
            ? extended
            : edit(
                document,
                path,
                replaceBy(() => extended),
              );
        yield { name: `${name} with ${key}`, document: changed };
      }
    }
  }
}

function replaceBy(change: (value: unknown) => unknown) {
  return (parent: Record<string | number, unknown>, key: string | number) => {
    parent[key] = change(parent[key]);
  };
}

function remove(parent: Record<string | number, unknown>, key: string | number): void {
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else delete parent[key];
}

function edit(
  document: unknown,
  path: Path,
  change: (parent: Record<string | number, unknown>, key: string | number) => void,
): unknown {
  const copy = structuredClone(document);
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((node, key) => (node as Record<string | number, unknown>)[key], copy);
  change(parent as Record<string | number, unknown>, path.at(-1) ?? '');
  return copy;
}

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const keys = Array.isArray(value) ? value.keys() : Object.keys(value);
  return [
    path,
    ...[...keys].flatMap((key) => pathsOf((value as Record<string | number, unknown>)[key], [...path, key])),
  ];
}
