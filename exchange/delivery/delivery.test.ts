import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Dataset } from '../catalogue/catalogue.ts';
import type { TransferFormat } from './delivery.ts';
import { openTestExchange, type TestExchange, until } from './testing.ts';

let exchange: TestExchange;
let source: string;
let stop: () => Promise<void>;
let recipients: Dataset;
const purpose = 'MATTER-1';
const rows = 5_000;

const items = [
  {
    name: 'person_id',
    title: { zh: '身份证号', en: 'Citizen number' },
    type: 'text',
    key: true,
    mask: { kind: 'keep', first: 6, last: 2 },
  },
  { name: 'name', title: { zh: '姓名', en: 'Name' }, type: 'text' },
  { name: 'grade', title: { zh: '等级', en: 'Grade' }, type: 'integer' },
  { name: 'secret', title: { zh: '备注', en: 'Notes' }, type: 'text', sharing: 'none' },
];

async function pull(agreement: string, format: TransferFormat, name: string, caseNumber: string | null = 'CASE-1') {
  return exchange.delivery.receive({
    participant: 'farms',
    agreement,
    format,
    purpose,
    caseNumber,
    destination: { kind: 'file', name },
  });
}

const finish = (id: string) =>
  until(async () => {
    const intake = await exchange.delivery.readIntake('farms', id);
    if (intake.state === 'failed') throw new Error(intake.problem ?? '');
    return intake.state === 'done' && intake;
  });

beforeAll(async () => {
  exchange = await openTestExchange();
  const { sql } = exchange.store;
  await sql`CREATE TABLE public.recipients (person_id text PRIMARY KEY, name text, grade int, secret text)`;
  await sql`
    INSERT INTO public.recipients
    SELECT '43010119900101' || lpad(n::text, 4, '0'), CASE WHEN n % 7 = 0 THEN NULL WHEN n % 5 = 0 THEN '' ELSE '张"三,' || n END, n % 4, 'hidden ' || n
    FROM generate_series(1, ${rows}::int) AS n`;
  source = await exchange.addSource('civil', exchange.database);
  recipients = await exchange.publish({ items, changeItem: null, source: { source, table: 'recipients' } });
  stop = exchange.run();
});
afterAll(async () => {
  await stop();
  await exchange.close();
});

test('a table is pulled as a file: only granted items, masked, once', async () => {
  const grant = await exchange.agree(recipients, { items: ['person_id', 'name'] });
  const intake = await finish((await pull(grant.agreement, 'xy:pull-csv', 'recipients.csv')).id);
  const text = await readFile(join(exchange.folder, 'farms', 'received', 'recipients.csv'), 'utf8');
  const lines = text.trimEnd().split('\r\n');
  expect(lines).toHaveLength(rows + 1);
  expect(lines[0]).toBe('person_id,name');
  expect(lines[1]).toBe('430101**********01,"张""三,1"');
  expect(lines[5]).toBe('430101**********05,""');
  expect(lines[7]).toBe('430101**********07,');
  expect(text).not.toContain('hidden');
  expect(intake).toMatchObject({ rows, chunksInAll: intake.chunks, problem: null });
  const transfer = await until(async () => {
    const now = await exchange.dsp.readTransfer('civil', String(await providerId(intake.transfer)));
    return now?.state === 'COMPLETED' && now;
  });
  expect(transfer.format).toBe('xy:pull-csv');
  expect((await exchange.grants.readByAgreement('civil', grant.agreement))?.used).toBe(1);
});

async function providerId(consumerId: string | null): Promise<string> {
  const own = await exchange.dsp.readTransfer('farms', consumerId ?? '');
  return own?.providerPid?.replace('urn:uuid:', '') ?? '';
}
