import { defineErrors } from '../errors.ts';

export const hostErrors = defineErrors('host', {
  folderNotWritable: {
    status: 500,
    retryable: false,
    cause: 'The folder {folder} cannot be written: {reason}.',
    next: 'Give this user the right to write there, or choose another folder with --data.',
    zh: { cause: '文件夹 {folder} 不可写：{reason}。', next: '请为当前用户授予写入权限，或用 --data 另选文件夹。' },
  },
  folderInUse: {
    status: 500,
    retryable: false,
    cause: 'Another running process{holder} already uses the folder {folder}.',
    next: 'Stop that process first, or choose another folder with --data.',
    zh: {
      cause: '另有运行中的进程{holder}正在使用文件夹 {folder}。',
      next: '请先停止该进程，或用 --data 另选文件夹。',
    },
  },
  secretUnreadable: {
    status: 500,
    retryable: false,
    cause: 'The secret file {file} does not hold {bytes} bytes in hexadecimal.',
    next: 'Restore it from a backup; a new one would not open the data that was encrypted with it.',
    zh: {
      cause: '密钥文件 {file} 的内容不是 {bytes} 字节的十六进制数。',
      next: '请从备份恢复；新的密钥无法打开原来加密的数据。',
    },
  },
  processFailed: {
    status: 500,
    retryable: true,
    cause: 'The process "{name}" ended with {outcome} before it was ready.',
    next: 'Read its log for the reason, then start again.',
    zh: { cause: '进程“{name}”尚未就绪即已结束：{outcome}。', next: '请从其日志查明原因，再重新启动。' },
  },
  urlInvalid: {
    status: 400,
    retryable: false,
    cause: 'The URL {problem}.',
    next: 'Give a full http or https address without a user name or password.',
    zh: {
      cause: '该网址{problem}。',
      next: '请填写完整的 http 或 https 地址，不要带用户名和密码。',
      values: {
        problem: {
          'is not http or https': '不是 http 或 https 地址',
          'carries a user name or password': '带有用户名或密码',
        },
      },
    },
  },
  addressPrivate: {
    status: 403,
    retryable: false,
    cause: 'The host {host} is not on the public Internet, and this platform calls no private addresses for its users.',
    next: 'Give a public address, or let the operator start the platform with --allow-private-urls.',
    zh: {
      cause: '主机 {host} 不在公共互联网上，本平台不替用户访问内部地址。',
      next: '请填写公网地址，或请运营方以 --allow-private-urls 启动平台。',
    },
  },
  outgoingFailed: {
    status: 502,
    retryable: true,
    cause: 'The other side did not answer properly: {problem}.',
    next: 'See that the service is up and reachable from this platform; the call may be repeated.',
    zh: {
      cause: '对方没有正常应答：{problem}。',
      next: '请确认对方服务在运行，且本平台可以访问；可以再次调用。',
      values: {
        problem: {
          'it answered more than * bytes': '应答超过 * 字节',
          'it did not answer within * ms': '* 毫秒内没有应答',
          'it was silent for * ms': '* 毫秒内没有任何响应',
          'the connection broke': '连接中断',
          'the answer broke off': '应答中断',
        },
      },
    },
  },
});
