/** States of a dataset and steps that cannot be taken in them. */
export const datasetWords = {
  'not submitted yet': '尚未提交审核',
  'in review': '正在审核',
  published: '已发布',
  'being changed': '正在修改',
  withdrawn: '已撤销',
  created: '新建',
  inReview: '正在审核',
  changing: '正在修改',
} as const;

export const stepWords = {
  created: '新建',
  changed: '修改',
  submitted: '提交',
  approved: '批准',
  returned: '退回',
  recalled: '收回',
  discarded: '放弃修改',
  withdrawn: '撤销',
  removed: '删除',
  measured: '定期测量',
} as const;

/** What is wrong with a table of items, a schedule or a filter, in Chinese. */
export const catalogueWords = {
  'it has not five fields': '不是五个字段',
  'a field cannot be read': '有字段无法识别',
  'it never comes': '永远不会到期',
  'it comes more than once an hour': '一小时内超过一次',
  'there is more than one': '多于一个',
  'must be one of *': '须为 * 之一',
  'must be true or false': '须为 true 或 false',
  'it is longer than 1 MB': '超过 1 MB',
  'line 1: * is none of *': '第 1 行：* 不在可用列之内：*',
  'line 1 names a column twice': '第 1 行有重复的列',
  'it has no line below its head': '表头之下没有内容',
  'it has more than * lines': '超过 * 行',
  'the item * is there twice': '信息项 * 重复',
  'it is no CSV': '不是 CSV',
  'line *: * *': '第 * 行：* *',
} as const;
