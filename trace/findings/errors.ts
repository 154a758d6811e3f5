import { defineErrors } from '../../errors.ts';

/** Errors of findings. */
export const findingErrors = defineErrors('finding', {
  unknown: {
    status: 404,
    retryable: false,
    cause: 'There is no finding {id} that your organisation may see.',
    next: 'Open the list of findings and choose one of them.',
    zh: { cause: '没有本单位可以查看的疑点 {id}。', next: '请打开疑点列表，从中选择。' },
  },
  notYours: {
    status: 403,
    retryable: false,
    cause: 'Only an authority, the platform’s operator or the certifier concerned decides about finding {id}.',
    next: 'Ask one of them; your organisation can add what it knows by capturing the missing events.',
    zh: {
      cause: '疑点 {id} 只能由监管部门、平台运营方或相关认证机构处理。',
      next: '请联系其中一方；本单位如掌握情况，可以补充采集缺少的事件。',
    },
  },
});
