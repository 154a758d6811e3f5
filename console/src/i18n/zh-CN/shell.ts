export const shell = {
  nav: {
    overview: '总览',
    events: '事件',
    products: '产品',
    members: '成员',
    keys: 'API 密钥',
    docs: '接口文档',
    menu: '打开菜单',
    main: '主导航',
    skip: '跳到正文',
  },
  live: {
    live: '实时',
    connecting: '连接中',
    offline: '离线',
    liveHint: '数据实时更新',
    offlineHint: '实时连接已断开，正在自动重连',
  },
  session: {
    signIn: '登录',
    signOut: '退出登录',
    signedInAs: '当前账号',
    role: { operator: '运营方', member: '成员', viewer: '只读' },
  },
  demo: '演示网络',
  notFound: { title: '没有这个页面', text: '链接可能已失效，或输入有误。', home: '返回总览' },
  crashed: { title: '页面出错了', text: '请刷新页面；若仍出现，请把下面的信息告诉运营方。', reload: '刷新页面' },
};
