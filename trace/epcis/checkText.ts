import { type Issue, issueAt, maxIssues, pointerToken } from './issue.ts';

/** Deeper values are refused: nothing in EPCIS needs them and every later step is recursive. */
const maxDepth = 64;

/**
 * Finds what JSON can write but neither a canonical text (RFC 8785) nor a database can keep: lone surrogates,
 * NUL characters, numbers beyond a double, and nesting deeper than 64 levels.
 */
export function checkText(value: unknown, pointer = '', issues: Issue[] = [], depth = 0): Issue[] {
  if (issues.length >= maxIssues) return issues;
  if (depth > maxDepth) {
    issues.push(
      issueAt(
        pointer,
        [`is nested deeper than ${maxDepth} levels`, 'a flatter value'],
        [`嵌套超过 ${maxDepth} 层`, '层数较少的值'],
      ),
    );
  } else if (typeof value === 'string') {
    checkString(value, pointer, issues);
  } else if (typeof value === 'number' && !Number.isFinite(value)) {
    issues.push(
      issueAt(
        pointer,
        ['is a number beyond 1.8e308', 'a number that fits in a double'],
        ['是超过 1.8e308 的数', '双精度范围内的数'],
      ),
    );
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) checkText(item, `${pointer}/${index}`, issues, depth + 1);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      const at = `${pointer}/${pointerToken(key)}`;
      checkString(key, at, issues);
      checkText(item, at, issues, depth + 1);
    }
  }
  return issues;
}

function checkString(text: string, pointer: string, issues: Issue[]): void {
  if (!text.isWellFormed() || text.includes('\0')) {
    issues.push(
      issueAt(
        pointer,
        ['has a NUL character or half a surrogate pair', 'Unicode text'],
        ['含有 NUL 字符或不成对的代理项', 'Unicode 文本'],
      ),
    );
  }
}
