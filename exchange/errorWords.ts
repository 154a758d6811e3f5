/** States that errors of several parts name. */
export const grantStateWords = {
  pending: '尚未上链',
  active: '有效',
  suspended: '已暂停',
  revoked: '已撤销',
  renounced: '已放弃',
  refused: '未被链上接受',
  expired: '已到期',
  'not there': '不存在',
} as const;

export const roleWords = { provider: '提供方', consumer: '使用方' } as const;
