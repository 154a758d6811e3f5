import { defineErrors } from '../../errors.ts';
import { policyWords } from './errorWords.ts';

/** What can be wrong with a policy. */
export const policyErrors = defineErrors('policy', {
  invalid: {
    status: 400,
    retryable: false,
    cause: 'The policy is wrong at {path}: {problem}.',
    next: 'Mend this place and send the policy again; nothing was stored.',
    zh: {
      cause: '使用规则在 {path} 处有误：{problem}。',
      next: '请更正该处后重新提交；未保存任何内容。',
      values: { problem: policyWords },
    },
  },
});
