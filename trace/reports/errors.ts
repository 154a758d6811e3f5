import { defineErrors } from '../../errors.ts';

/** Errors of reports by consumers. */
export const reportErrors = defineErrors('report', {
  wrongProduct: {
    status: 400,
    retryable: false,
    cause: 'The report names no product: {problem}.',
    next: 'Scan the code on the package again and report from the page that opens.',
    zh: { cause: '举报中没有写明产品：{problem}。', next: '请重新扫描包装上的二维码，从打开的页面举报。' },
  },
  unknownProduct: {
    status: 404,
    retryable: false,
    cause: 'Nothing is recorded here about {thing}.',
    next: 'Check the code; a product that nobody recorded may itself be a fake: tell the market supervision office.',
    zh: {
      cause: '这里没有关于 {thing} 的任何记录。',
      next: '请核对编码；没有登记的产品可能是假冒产品，请向市场监督管理部门（12315）反映。',
    },
  },
  enough: {
    status: 429,
    retryable: true,
    cause: 'Many people reported this product today; it is being looked into.',
    next: 'Nothing more is needed. Tell the market supervision office (12315) if it is urgent.',
    zh: {
      cause: '今天已有多人举报该产品，正在核查。',
      next: '无需再次举报；情况紧急请拨打 12315，向市场监督管理部门反映。',
    },
  },
});
