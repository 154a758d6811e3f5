import { defineErrors } from '../../errors.ts';

export const actsErrors = defineErrors('acts', {
  unknown: {
    status: 404,
    retryable: false,
    cause: 'There is no administrative act {id} that you may see.',
    next: 'List the acts with GET /api/acts and use one of their ids.',
    zh: {
      cause: '没有管理行为记录 {id}，或者当前身份不能查看。',
      next: '请用 GET /api/acts 查看记录，并使用其中的编号。',
    },
  },
});
