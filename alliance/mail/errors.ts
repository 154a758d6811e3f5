import { defineErrors } from '../../errors.ts';

export const mailErrors = defineErrors('mail', {
  optionInvalid: {
    status: 500,
    retryable: false,
    cause: 'The option smtp-url cannot be used: {problem}.',
    next: 'Give smtp://user@host:port or smtps://user@host:port, and the password in XIANGYU_SMTP_PASSWORD or a file.',
    zh: {
      cause: '配置项 smtp-url 无法使用：{problem}。',
      next: '请填写 smtp://user@host:port 或 smtps://user@host:port，密码放在 XIANGYU_SMTP_PASSWORD 或文件中。',
    },
  },
  notSent: {
    status: 502,
    retryable: true,
    cause: 'The mail server did not take a message: {problem}.',
    next: 'It is tried again by itself; check the option smtp-url if it goes on.',
    zh: { cause: '邮件服务器没有接收邮件：{problem}。', next: '平台会自动重试；如持续出现，请检查配置项 smtp-url。' },
  },
  refused: {
    status: 502,
    retryable: false,
    cause: 'The mail server refused a message for good: {problem}.',
    next: 'Check the address of the recipient and the sender in smtp-from.',
    zh: { cause: '邮件服务器拒绝接收邮件，不再重试：{problem}。', next: '请核对收件人地址和 smtp-from 中的发件人。' },
  },
});
