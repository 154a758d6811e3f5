import { defineErrors } from '../errors.ts';

/** What can go wrong in running a witness, apart from what its protocol answers to a log. */
export const witnessErrors = defineErrors('witness', {
  nameInvalid: {
    status: 400,
    retryable: false,
    cause: 'The witness cannot be named "{name}": {problem}.',
    next: 'Give it a name like a URL without its scheme, such as witness.example.org/xiangyu, with --name.',
    zh: {
      cause: '见证方不能命名为“{name}”：{problem}。',
      next: '请用 --name 填写一个像网址但不带协议头的名称，例如 witness.example.org/xiangyu。',
    },
  },
  nameChanged: {
    status: 400,
    retryable: false,
    cause: 'The keys in {folder} belong to the witness "{known}", not to "{name}".',
    next: 'Start it with --name {known}; for another witness choose another folder with --data.',
    zh: {
      cause: '{folder} 中的密钥属于见证方“{known}”，不属于“{name}”。',
      next: '请以 --name {known} 启动；如要运行另一见证方，请用 --data 选择另一文件夹。',
    },
  },
  logKeyInvalid: {
    status: 400,
    retryable: false,
    cause: 'The log key "{key}" is not one: {problem}.',
    next: 'Copy the log’s verifier key (logKey in GET /api/log of its platform) whole and give it with --log.',
    zh: {
      cause: '日志公钥“{key}”无效：{problem}。',
      next: '请完整复制日志的验证公钥（平台 GET /api/log 中的 logKey），用 --log 填写。',
    },
  },
  noLog: {
    status: 400,
    retryable: false,
    cause: 'The witness has no log to watch.',
    next: 'Give the verifier key of at least one log with --log.',
    zh: { cause: '见证方没有需要见证的日志。', next: '请用 --log 填写至少一个日志的验证公钥。' },
  },
  addressInvalid: {
    status: 400,
    retryable: false,
    cause: 'The address "{address}" is not HOST:PORT.',
    next: 'Give one such as 127.0.0.1:8090 or [::1]:8090 with --listen.',
    zh: {
      cause: '地址“{address}”不是“主机:端口”的形式。',
      next: '请用 --listen 填写，例如 127.0.0.1:8090 或 [::1]:8090。',
    },
  },
  cannotListen: {
    status: 500,
    retryable: false,
    cause: 'The witness cannot listen on {host}:{port}: {reason}.',
    next: 'Stop the program that uses the port, or choose another address with --listen.',
    zh: {
      cause: '见证方无法在 {host}:{port} 监听：{reason}。',
      next: '请停止占用该端口的程序，或用 --listen 选择其他地址。',
    },
  },
  recordDamaged: {
    status: 500,
    retryable: false,
    cause: 'The record {file} of what this witness signed is damaged: {problem}.',
    next: 'Restore the file from a backup of this very moment; without it the witness could sign two histories, so it does not start.',
    zh: {
      cause: '本见证方的签名记录 {file} 已损坏：{problem}。',
      next: '请用该时刻的备份恢复文件；没有这份记录，见证方可能为两份不同的历史签名，因此不会启动。',
    },
  },
});
