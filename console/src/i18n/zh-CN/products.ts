export const products = {
  title: '产品批次',
  lead: '查看一个批次的完整旅程并在浏览器中验证。',
  lookup: '按条码与批次查询',
  gtin: '商品条码（GTIN）',
  gtinHint: '8、12、13 或 14 位数字，最后一位是校验位。',
  lot: '批次号',
  go: '打开产品页',
  known: '平台上的批次',
  invalid: {
    digits: '应为 8、12、13 或 14 位数字。',
    checkDigit: '校验位不正确，请核对每一位数字。',
    lot: '批次号应为 1 至 20 个 GS1 允许的字符。',
  },
  code: '二维码',
  codeHint: '用手机扫码，打开产品页。',
  empty: '还没有公开的批次',
};
