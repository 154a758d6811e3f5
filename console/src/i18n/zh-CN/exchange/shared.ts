/** Words that the pages of data exchange share. */
export const exchange = {
  pages: {
    catalogue: '数据目录',
    datasets: '本部门数据资源',
    sources: '数据来源',
    applications: '我的申请',
    apply: '申请数据',
    inbox: '待办审批',
    matters: '事项与常设规则',
    disputes: '争议裁决',
  },
};
