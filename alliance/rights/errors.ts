import { defineErrors } from '../../errors.ts';

export const rightsErrors = defineErrors('rights', {
  signInNeeded: {
    status: 401,
    retryable: false,
    cause: 'This needs a signed-in person or an API key, and the request carries no valid session or key.',
    next: 'Sign in, or send an API key in the header Authorization: Bearer xy_….',
    zh: {
      cause: '此操作须登录或使用 API 密钥，而请求中没有有效的登录会话或 API 密钥。',
      next: '请登录，或在请求头中携带 API 密钥：Authorization: Bearer xy_…。',
    },
  },
  refused: {
    status: 403,
    retryable: false,
    cause: '{name} may not {what}; refused because {because}.',
    next: 'Ask an administrator of your organisation for the right, or see GET /api/rights/explain.',
    zh: {
      cause: '{name}不能{what}：{because}。',
      next: '请向本单位管理员申请权限，或用 GET /api/rights/explain 查看原因。',
    },
  },
  policiesWrong: {
    status: 500,
    retryable: false,
    cause: 'The policies of {file} cannot be used: {problem}.',
    next: 'Correct the file in alliance/rights/policies and start again.',
    zh: {
      cause: '权限规则文件 {file} 无法使用：{problem}。',
      next: '请改正 alliance/rights/policies 中的该文件，然后重新启动。',
    },
  },
});
