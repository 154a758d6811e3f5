import type { RightsDescription } from '../../alliance/index.ts';
import type { GuardedRoute } from '../access.ts';

const join = (words: { zh: string; en: string }[], language: 'zh' | 'en') =>
  words.map((each) => each[language]).join(language === 'zh' ? '；' : '; ') || '—';

function writeActions({ actions, prohibitions }: RightsDescription): string[] {
  const rows = actions.map(({ action, what, persons, keys }) =>
    [
      `\`${action}\``,
      `${what.zh}<br>${what.en}`,
      `${join(persons, 'zh')}<br>${join(persons, 'en')}`,
      `${join(keys, 'zh')}<br>${join(keys, 'en')}`,
    ].join(' | '),
  );
  return [
    '## 优先于任何权限的规定 · What goes before any right',
    '',
    ...prohibitions.map(({ id, zh, en }) => `- ${zh}。${en[0]?.toUpperCase()}${en.slice(1)}. (\`${id}\`)`),
    '',
    '## 谁可以做什么 · Who may do what',
    '',
    '| action | 操作 what | 人员 people | 程序 API keys |',
    '|---|---|---|---|',
    ...rows.map((row) => `| ${row} |`),
    '',
  ];
}

export interface WriteRightsPageParameters {
  description: RightsDescription;
  /** Names of the columns. */
  players: readonly string[];
  /** Each guarded route with what the running server answered to each player. */
  rows: readonly { route: GuardedRoute; allowed: readonly boolean[] }[];
  open: readonly GuardedRoute[];
}

/** Writes docs/rights.md: the rights in words, and what the running server really did. */
export function writeRightsPage({ description, players, rows, open }: WriteRightsPageParameters): string {
  const matrix = rows.map(({ route, allowed }) => {
    const cells = allowed.map((may) => (may ? '●' : '·'));
    return `| \`${route.method} ${route.path}\` | \`${route.access}\` | ${cells.join(' | ')} |`;
  });
  return [
    '# 权限 Rights',
    '',
    '本页由测试 `server/rights/rights.test.ts` 生成：权限文字与表格都取自实际裁决的规则，并在运行中的服务器上逐个路由验证。',
    'This page is written by the test `server/rights/rights.test.ts` (`-u` renews it): the words come from the policies that',
    'decide, and so does the last table, which is tried on every route of the running server. What is not allowed is',
    'refused. `GET /api/rights/explain?action=…` tells a signed-in person whether it may do something, and why.',
    '',
    ...writeActions(description),
    '## 路由 × 主体 · Routes and who may call them',
    '',
    `${rows.length} routes × ${players.length} principals. ● allowed · refused. The alliance is founded; people and keys are of an`,
    'admitted organisation unless the column says otherwise, and act for their own organisation. On things of another one',
    'every route refuses or knows nothing of them.',
    '',
    `| route | action | ${players.join(' | ')} |`,
    `|---|---|${players.map(() => '---').join('|')}|`,
    ...matrix,
    '',
    `## 公开路由 · Open to everybody (${open.length})`,
    '',
    ...open.map(({ method, path }) => `- \`${method} ${path}\``),
    '',
  ].join('\n');
}
