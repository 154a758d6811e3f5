import { type Document, LineCounter, parseDocument } from 'yaml';
import type { Charter, Founder } from './charter.ts';
import { foundingErrors } from './errors.ts';
import { readFounder, readFounders, readName, readRules } from './readMembers.ts';

/** One thing that is wrong with a list of founders, and where. */
export interface MembersProblem {
  line: number;
  column: number;
  problem: string;
  /** The same in Chinese. */
  zh: string;
}

/** Where something is in the document: keys of maps and positions in lists. */
export type YamlPath = readonly (string | number)[];

/** Says what is wrong at a place. */
export type Complain = (path: YamlPath, problem: string, zh: string) => void;

const maxBytes = 1_000_000;

/** The line of a place, or that of the nearest thing around it which is there. */
function locate(document: Document, lines: LineCounter, path: YamlPath): { line: number; column: number } {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    const range = (node as { range?: [number, number, number] } | null | undefined)?.range;
    if (range) {
      const { line, col } = lines.linePos(range[0]);
      return { line, column: col };
    }
  }
  return { line: 1, column: 1 };
}

type Given = Record<string, unknown>;

/** Parses YAML of which every value is text, so that a key in hexadecimal is not taken for a number, and reads what is in it. */
function parseYaml<Result>(text: string, read: (given: Given, complain: Complain) => Result): Result {
  const problems: MembersProblem[] = [];
  const lines = new LineCounter();
  const document = parseDocument(text.slice(0, maxBytes), {
    schema: 'failsafe',
    lineCounter: lines,
    uniqueKeys: true,
    prettyErrors: false,
  });
  const complain: Complain = (path, problem, zh) =>
    void problems.push({ ...locate(document, lines, path), problem, zh });
  for (const { pos, message } of document.errors) {
    const { line, col } = lines.linePos(pos[0]);
    const problem = message.split('\n', 1)[0] ?? message;
    problems.push({ line, column: col, problem, zh: `YAML 格式有误（${problem}）` });
  }
  if (text.length > maxBytes) {
    const problem = 'the file has more than 1,000,000 characters';
    problems.push({ line: 1, column: 1, problem, zh: '文件超过 1,000,000 个字符' });
  }
  const content: unknown = problems.length > 0 ? {} : readContent(document, complain);
  const isMap = typeof content === 'object' && content !== null && !Array.isArray(content);
  if (!isMap && problems.length === 0)
    complain([], 'the file is not a map of names to values', '文件不是“名称: 值”的形式');
  if (problems.length > 0) throw refuse(problems);
  const result = read(content as Given, complain);
  if (problems.length > 0) throw refuse(problems);
  return result;
}

/**
 * Reads members.yaml, the list of founders with the rules that they begin with, into a charter.
 * @throws FOUNDING_MEMBERS_INVALID with all problems in its details
 */
export function parseMembers(text: string): Charter {
  return parseYaml(text, (given, complain) => {
    for (const name of Object.keys(given)) {
      if (!['name', 'purpose', 'rules', 'members'].includes(name))
        complain([name], `"${name}" is not known here`, `这里没有“${name}”这一项`);
    }
    return {
      format: 'xiangyu-charter/1',
      name: readName(given.name, ['name'], complain),
      purpose: given.purpose === undefined ? null : readName(given.purpose, ['purpose'], complain, 2_000),
      rules: readRules(given.rules, complain),
      founders: readFounders(given.members, complain),
    };
  });
}

/** Reads what an organisation says of itself when it applies: one entry of members.yaml, of which the key is given apart. */
export function parseApplicant(text: string, key: string): Founder {
  return parseYaml(text, (given, complain) => readFounder({ ...given, key }, [], complain));
}

/** Aliases that would unfold into too much are refused by the library with an error of its own. */
function readContent(document: Document, complain: Complain): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    complain([], problem, `YAML 格式有误（${problem}）`);
    return null;
  }
}

function refuse(problems: MembersProblem[]) {
  const sorted = problems.sort((one, other) => one.line - other.line || one.column - other.column);
  const { line, column, problem, zh } = sorted[0] as MembersProblem;
  return foundingErrors.membersInvalid(
    { count: sorted.length, line, column, problem },
    { details: { problems: sorted }, zh: { problem: zh } },
  );
}
