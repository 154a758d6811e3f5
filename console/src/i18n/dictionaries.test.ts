import { describe, expect, it } from 'vitest';
import * as enAlliance from './en/alliance.ts';
import * as enConsumer from './en/consumer.ts';
import * as enCooperation from './en/cooperation.ts';
import * as enCredentials from './en/credentials.ts';
import * as enExchange from './en/exchange.ts';
import * as enExplorer from './en/explorer.ts';
import * as enInspector from './en/inspector.ts';
import * as enLineage from './en/lineage.ts';
import * as enOperator from './en/operator.ts';
import * as enPeople from './en/people.ts';
import * as zhAlliance from './zh-CN/alliance.ts';
import * as zhConsumer from './zh-CN/consumer.ts';
import * as zhCooperation from './zh-CN/cooperation.ts';
import * as zhCredentials from './zh-CN/credentials.ts';
import * as zhExchange from './zh-CN/exchange.ts';
import * as zhExplorer from './zh-CN/explorer.ts';
import * as zhInspector from './zh-CN/inspector.ts';
import * as zhLineage from './zh-CN/lineage.ts';
import * as zhOperator from './zh-CN/operator.ts';
import * as zhPeople from './zh-CN/people.ts';

function flatten(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value as object).flatMap(([key, inner]) =>
    flatten(inner, path === '' ? key : `${path}.${key}`),
  );
}

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

describe.each([
  ['consumer', zhConsumer, enConsumer],
  ['operator', zhOperator, enOperator],
  ['explorer', zhExplorer, enExplorer],
  ['people', zhPeople, enPeople],
  ['credentials', zhCredentials, enCredentials],
  ['lineage', zhLineage, enLineage],
  ['inspector', zhInspector, enInspector],
  ['exchange', zhExchange, enExchange],
  ['alliance', zhAlliance, enAlliance],
  ['cooperation', zhCooperation, enCooperation],
])('%s dictionary', (_, zh, en) => {
  const chinese = new Map(flatten({ ...zh }));
  const english = new Map(flatten({ ...en }));

  it('has the same keys in both languages', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
  });

  it('has no empty text and the same placeholders', () => {
    for (const [key, text] of chinese) {
      expect(text.trim(), key).not.toBe('');
      expect(english.get(key)?.trim(), key).toBeTruthy();
      expect(placeholders(english.get(key) ?? ''), key).toEqual(placeholders(text));
    }
  });

  it('is Chinese in the Chinese dictionary and not in the English one', () => {
    const foreign = new Set([
      'common.language.en',
      'common.language.zh',
      'common.language.switchTo',
      'network.ms',
      'checkpoints.separator',
      'common.listSeparator',
      'exchange.percent',
    ]);
    for (const [key, text] of english) if (!foreign.has(key)) expect(text, key).not.toMatch(/\p{Script=Han}/u);
    for (const [key, text] of chinese) if (!foreign.has(key)) expect(text, key).toMatch(/\p{Script=Han}/u);
  });
});
