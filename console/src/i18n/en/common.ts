import type { common as zh } from '../zh-CN/common.ts';

export const common: typeof zh = {
  brand: 'Xiangyu',
  brandSub: 'Regional public-service blockchain',
  language: { label: 'Language', zh: '中文', en: 'English', switchTo: '切换为中文' },
  loading: 'Loading…',
  retry: 'Try again',
  copy: 'Copy',
  copied: 'Copied',
  close: 'Close',
  unknown: 'Unknown',
  yes: 'Yes',
  no: 'No',
  status: { pending: 'Waiting', integrated: 'In the log', anchored: 'On chain', confirmed: 'Confirmed on chain' },
  problem: {
    title: 'That did not work',
    offlineTitle: 'The platform cannot be reached',
    offlineNext: 'Check your connection, then try again.',
    nextStep: 'Next step',
    code: 'Error code',
    status: 'HTTP status',
  },
};
