export const members = {
  title: '联盟成员',
  lead: '参与区域链并提交记录的机构与企业。',
  columns: { name: '名称', slug: '标识', kind: '类别', place: '所在地', since: '加入时间' },
  kind: {
    operator: '运营方',
    member: '成员',
    farm: '种植养殖',
    processor: '加工',
    carrier: '物流',
    retailer: '零售',
    certifier: '认证检测',
    laboratory: '实验室',
    government: '政府部门',
  },
  empty: '还没有成员',
  emptyText: '运营方接纳第一个成员后会显示在这里。',
};
