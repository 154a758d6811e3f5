import { expect, test } from 'vitest';
import { defineErrors, XiangyuError } from './errors.ts';

const errors = defineErrors('engine', {
  portInUse: {
    status: 500,
    retryable: false,
    cause: 'Port {port} is taken.',
    next: 'Choose another with --{flag}.',
    zh: { cause: '端口 {port} 已被占用。', next: '请另选一个：--{flag}。' },
  },
  nodeSilent: { status: 503, retryable: true, cause: 'The node is silent: {problem}.', next: 'Try again.' },
  fileBad: {
    status: 400,
    retryable: false,
    cause: 'The file is bad: {problem}.',
    next: 'Mend it.',
    zh: {
      cause: '文件有误：{problem}。',
      next: '请更正。',
      values: {
        problem: {
          'it is empty': '内容为空',
          'line * has * columns': '第 * 行有 * 列',
          'either * or *': '*或*',
          'it is late; wait': '已过期，请稍候',
        },
      },
    },
  },
});

test('an error names its cause and the next step, with a stable code', () => {
  const error = errors.portInUse({ port: 8545, flag: 'espace-port' });
  expect(error).toBeInstanceOf(XiangyuError);
  expect(error.code).toBe('ENGINE_PORT_IN_USE');
  expect(error.message).toBe('Port 8545 is taken. Choose another with --espace-port.');
});

test('the catalogue lists every entry under its code', () => {
  expect([...errors.catalogue.keys()]).toEqual(['ENGINE_PORT_IN_USE', 'ENGINE_NODE_SILENT', 'ENGINE_FILE_BAD']);
});

test('an error survives the border between two processes', () => {
  const error = errors.portInUse({ port: 1, flag: 'port' });
  const revived = XiangyuError.revive(JSON.parse(JSON.stringify(error.serialize())));
  expect(revived).toEqual(error);
});

test('an error says the same in Chinese, with the words of a parameter that differ there', () => {
  expect(errors.portInUse({ port: 8545, flag: 'port' }).zh).toEqual({
    reason: '端口 8545 已被占用。',
    nextStep: '请另选一个：--port。',
  });
  const error = errors.portInUse({ port: 'of the miner', flag: 'port' }, { zh: { port: '（出块）' } });
  expect(error.reason).toBe('Port of the miner is taken.');
  expect(error.zh?.reason).toBe('端口 （出块） 已被占用。');
  expect(errors.portInUse({ port: 1, flag: 'port。' }).zh?.nextStep).toBe('请另选一个：--port。');
  expect(errors.nodeSilent({ problem: 'no route' }).serialize()).not.toHaveProperty('zh');
});

test('words that are put into a text are taken from its tables', () => {
  const say = (problem: string) => errors.fileBad({ problem }).zh?.reason;
  expect(say('it is empty')).toBe('文件有误：内容为空。');
  expect(say('line 3 has 0.5 columns; it is empty.')).toBe('文件有误：第 3 行有 0.5 列；内容为空。');
  expect(say('either it is empty or late')).toBe('文件有误：内容为空或late。');
  expect(say('it is late; wait')).toBe('文件有误：已过期，请稍候。');
  expect(say('EIO')).toBe('文件有误：EIO。');
  expect(errors.fileBad({ problem: 'it is empty' }, { zh: { problem: '无内容' } }).zh?.reason).toBe(
    '文件有误：无内容。',
  );
});
