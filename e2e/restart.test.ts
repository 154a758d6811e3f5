import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { makeDocument } from './makeEvent.ts';
import { createApiKey, openSession } from './openSession.ts';
import { runCli } from './runCli.ts';
import { type RunningPlatform, startPlatform } from './startPlatform.ts';

let platform: RunningPlatform | undefined;
afterAll(() => platform?.stop());

const { text, epc } = makeDocument(1);

async function countEvents(url: string): Promise<number> {
  const answer = await fetch(`${url}/epcis/events?MATCH_anyEPC=${encodeURIComponent(epc)}`);
  const body = (await answer.json()) as { epcisBody: { queryResults: { resultsBody: { eventList: unknown[] } } } };
  return body.epcisBody.queryResults.resultsBody.eventList.length;
}

test('everything stops cleanly, and the second start finds all data again', async () => {
  const first = await startPlatform();
  platform = first;
  // The one-time link that was printed outlives a crash of the server.
  const crashed = first.findProcess('server');
  if (!crashed) throw new Error('the server does not run');
  process.kill(crashed, 'SIGKILL');
  await vi.waitFor(async () => expect((await fetch(`${first.url}/ready`)).status).toBe(200), { timeout: 20_000 });
  expect(first.findProcess('server')).not.toBe(crashed);
  const key = await createApiKey(await openSession(first.url, first.output()));
  const file = join(first.data, 'document.json');
  writeFileSync(file, text);
  const captured = await runCli(['capture', file, '--url', first.url], { XIANGYU_API_KEY: key });
  expect(captured).toMatchObject({ code: 0, output: expect.stringContaining('"success": true') });
  const broken = join(first.data, 'broken.json');
  writeFileSync(broken, text.replace('"OBSERVE"', '"LOOK"'));
  const refused = await runCli(['capture', broken, '--url', first.url], { XIANGYU_API_KEY: key });
  expect(refused.code).toBe(65);
  expect(refused.output).toContain('/epcisBody/eventList/0/action');
  const stranger = await runCli(['capture', file, '--url', first.url], { XIANGYU_API_KEY: 'xy_wrong' });
  expect(stranger.code).toBe(77);
  expect(await runCli(['status', '--url', first.url])).toMatchObject({ code: 0 });

  // A second platform on the same data is refused and harms nothing.
  const second = await runCli(['up', '--data', first.data, '--port', '0']);
  expect(second.code).toBe(70);
  expect(second.output).toContain('HOST_FOLDER_IN_USE');

  const children = (['server', 'database', 'node'] as const).map((part) => first.findProcess(part));
  expect(children).not.toContain(null);
  expect(await first.stop()).toBe(0);
  expect(first.output()).toContain('Stopped.');
  for (const pid of children) expect(() => process.kill(pid ?? 0, 0), `process ${pid}`).toThrow('ESRCH');

  platform = await startPlatform({ data: first.data });
  expect(await countEvents(platform.url)).toBe(1);
  // The first operator exists, so there is no second way to become it.
  expect(platform.output()).not.toContain('setup#token');
});

test('a killed supervisor leaves nothing behind that stops the next start', async () => {
  const before = platform ?? (await startPlatform());
  await before.kill();
  platform = await startPlatform({ data: before.data });
  expect(await countEvents(platform.url)).toBe(1);
});

test.each([
  { args: [], code: 64, text: 'Usage: xiangyu' },
  { args: ['fly'], code: 64, text: "unknown command 'fly'" },
  { args: ['verify'], code: 64, text: "missing required argument 'bundle'" },
  { args: ['verify', '/nowhere.json'], code: 66, text: 'CLI_FILE_UNREADABLE' },
  { args: ['status', '--url', 'http://127.0.0.1:1'], code: 69, text: 'CLI_PLATFORM_UNREACHABLE' },
  { args: ['up', '--port', 'eighty'], code: 64, text: 'CLI_OPTION_INVALID' },
  { args: ['capture', '/nowhere.json'], code: 66, text: 'CLI_FILE_UNREADABLE' },
  { args: ['config'], code: 0, text: 'XIANGYU_ESPACE_PORT' },
  { args: ['verify', '--help'], code: 0, text: '--rpc <address>' },
])('xiangyu $args ends with $code and says why', async ({ args, code, text: expected }) => {
  expect(await runCli(args)).toEqual({ code, output: expect.stringContaining(expected) });
});
