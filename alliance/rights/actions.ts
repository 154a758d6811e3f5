import type { resourceTypes } from './resources.ts';

/**
 * What an action is for: guests of a founded alliance may only `reading` and `joining`, which is applying and looking after
 * their own people; `operating` is the platform's own business, which has nothing to do with where an organisation stands.
 */
export type ActionGroup = 'reading' | 'joining' | 'acting' | 'operating';

interface ActionEntry {
  group: ActionGroup;
  /** Types that it is done to, besides the caller's own organisation. */
  on: readonly (keyof typeof resourceTypes)[];
  /** Completes "… 可以". */
  zh: string;
  /** Completes "… may". */
  en: string;
  /** True for what machines do at a high rate. */
  machine?: true;
}

/** Everything that can be done on the platform and is not open to everybody. A route names one of these. */
export const actions = {
  'session:use': { group: 'reading', on: [], zh: '登录后使用平台', en: 'use what is for signed-in people' },
  'account:read': { group: 'reading', on: ['Person'], zh: '查看自己的账户', en: 'see the own account' },
  'account:change': { group: 'joining', on: ['Person'], zh: '修改自己的账户', en: 'change the own account' },

  'organisation:read': { group: 'reading', on: [], zh: '查看本组织', en: 'see the own organisation' },
  'organisation:change': { group: 'joining', on: [], zh: '修改本组织的资料', en: "change the organisation's profile" },
  'organisation:set-sign-in': {
    group: 'acting',
    on: [],
    zh: '设置本组织的登录方式',
    en: "set how the organisation's people sign in",
  },
  'organisations:invite': { group: 'operating', on: [], zh: '邀请新的组织', en: 'invite a new organisation' },
  'people:read': { group: 'reading', on: ['Person', 'Invitation'], zh: '查看本组织的人员', en: 'see the people' },
  'people:invite': { group: 'joining', on: ['Invitation'], zh: '邀请人员', en: 'invite people' },
  'people:set-roles': { group: 'joining', on: ['Person'], zh: '设置人员的角色', en: 'set the roles of people' },
  'people:remove': { group: 'joining', on: ['Person'], zh: '移除人员', en: 'remove people' },
  'people:end-sessions': { group: 'joining', on: ['Person'], zh: '结束人员的会话', en: 'end sessions of people' },
  'keys:read': { group: 'reading', on: ['ApiKey'], zh: '查看 API 密钥', en: 'see API keys' },
  'keys:create': { group: 'acting', on: ['ApiKey'], zh: '创建 API 密钥', en: 'make API keys' },
  'keys:revoke': { group: 'joining', on: ['ApiKey'], zh: '吊销 API 密钥', en: 'revoke API keys' },
  'acts:read': { group: 'reading', on: ['Act'], zh: '查看管理行为记录', en: 'read the administrative acts' },

  'epcis:capture': { group: 'acting', on: [], zh: '登记追溯事件', en: 'capture events', machine: true },
  'epcis:read-jobs': {
    group: 'reading',
    on: ['CaptureJob'],
    zh: '查看登记任务',
    en: 'see capture jobs',
    machine: true,
  },
  'trace:read': {
    group: 'reading',
    on: [],
    zh: '查看面向本组织的追溯事件',
    en: 'see events meant for the organisation',
    machine: true,
  },
  'trace:oversee': {
    group: 'acting',
    on: [],
    zh: '以认证机构或监管部门的身份查看事件',
    en: 'see events as a certifier or an authority',
    machine: true,
  },
  'trace:set-audience': {
    group: 'acting',
    on: [],
    zh: '设定谁可以查看本组织的追溯事件',
    en: "set who may see the organisation's events",
  },
  'trace:recall': { group: 'acting', on: ['Recall'], zh: '发起和结束召回', en: 'start and close recalls' },
  'trace:answer-recall': { group: 'acting', on: [], zh: '答复召回通知', en: 'answer recalls' },
  'trace:attach': { group: 'acting', on: [], zh: '为追溯事件附上照片', en: 'add pictures to events' },
  'trace:certify': {
    group: 'acting',
    on: ['Certificate'],
    zh: '签发、中止或撤销认证证书',
    en: 'issue, suspend and withdraw certificates',
  },
  'trace:inspect': {
    group: 'reading',
    on: ['Finding'],
    zh: '查看与本组织有关的疑点',
    en: 'see findings that concern the organisation',
    machine: true,
  },
  'trace:decide': { group: 'acting', on: ['Finding'], zh: '确认或排除疑点', en: 'confirm or dismiss findings' },
  'epcis:define-query': {
    group: 'acting',
    on: [],
    zh: '定义和删除命名查询',
    en: 'define and remove named queries',
    machine: true,
  },
  'epcis:subscribe': { group: 'acting', on: [], zh: '订阅追溯事件', en: 'subscribe to events', machine: true },
  'trace:label': {
    group: 'acting',
    on: [],
    zh: '制作产品码标签、设置产品码链接',
    en: 'print labels and set links of codes',
    machine: true,
  },
  'trace:import': { group: 'acting', on: [], zh: '导入和导出追溯数据', en: 'import and export events', machine: true },
  'evidence:record': { group: 'acting', on: [], zh: '存证', en: 'record evidence', machine: true },
  'evidence:read': { group: 'reading', on: ['EvidenceRecord'], zh: '查看存证内容', en: 'read evidence with its notes' },
  'evidence:erase': { group: 'acting', on: ['EvidenceRecord'], zh: '删除存证的私密内容', en: 'erase private payloads' },
  'transaction:submit': { group: 'acting', on: [], zh: '提交交易', en: 'send transactions', machine: true },
  'transaction:read': { group: 'reading', on: ['Transaction'], zh: '查看交易', en: 'see transactions', machine: true },

  'transaction:change': {
    group: 'acting',
    on: ['Transaction'],
    zh: '取消或加速交易',
    en: 'cancel or speed up transactions',
    machine: true,
  },
  'relay:submit': { group: 'acting', on: [], zh: '提交代付交易', en: 'have calls relayed', machine: true },
  'relay:read': { group: 'reading', on: ['Relay'], zh: '查看代付交易', en: 'see relayed calls', machine: true },
  'sponsorship:pay': { group: 'acting', on: ['Contract'], zh: '为合约赞助费用', en: 'sponsor contracts' },
  'wallet:read': { group: 'reading', on: ['Wallet'], zh: '查看钱包', en: 'see wallets and keys' },
  'wallet:change': { group: 'acting', on: ['Wallet'], zh: '管理钱包', en: 'make and archive wallets and keys' },
  'wallet:export': { group: 'acting', on: ['Wallet'], zh: '导出密钥', en: 'take keys out' },
  'webhook:read': { group: 'reading', on: ['Webhook'], zh: '查看回调通知', en: 'see webhooks' },
  'webhook:change': { group: 'acting', on: ['Webhook'], zh: '管理回调通知', en: 'make and change webhooks' },
  'contract:verify': { group: 'acting', on: ['Contract'], zh: '验证合约源码', en: 'verify the source of contracts' },

  'organisations:create': { group: 'operating', on: [], zh: '登记新的组织', en: 'add an organisation as a guest' },
  'organisations:set-limits': {
    group: 'operating',
    on: [],
    zh: '设置各组织的交易额度',
    en: 'set what organisations may send and spend',
  },
  'witnesses:read': { group: 'operating', on: ['Platform'], zh: '查看见证方设置', en: 'see the set of witnesses' },
  'witnesses:change': { group: 'operating', on: ['Platform'], zh: '设置见证方', en: 'change the set of witnesses' },
  'founding:start': { group: 'operating', on: [], zh: '发起联盟创立', en: 'start the founding of the alliance' },
  'proposal:create': { group: 'acting', on: ['Proposal'], zh: '提出提案', en: 'make proposals' },
  'proposal:comment': { group: 'acting', on: ['Proposal', 'Comment'], zh: '参与讨论', en: 'discuss proposals' },
  'proposal:execute': { group: 'joining', on: [], zh: '执行已通过的提案', en: 'have passed proposals carried out' },
  'alliance:apply': { group: 'joining', on: [], zh: '申请加入联盟', en: 'apply to the alliance' },
  'credential:read': { group: 'reading', on: ['Credential'], zh: '查看凭证', en: 'see credentials' },
  'credential:issue': { group: 'acting', on: ['Credential'], zh: '签发凭证', en: 'issue credentials' },
  'credential:revoke': { group: 'acting', on: ['Credential'], zh: '吊销凭证', en: 'suspend or revoke credentials' },
  'credential:hold': { group: 'joining', on: ['Credential'], zh: '持有和出示凭证', en: 'hold and present credentials' },
  'did:rotate': { group: 'joining', on: [], zh: '更换组织的签名密钥', en: "change the organisation's signing keys" },
  'cooperation:publish': { group: 'acting', on: ['Publication'], zh: '发布合作信息', en: 'publish for the alliance' },
  'cooperation:read': { group: 'reading', on: [], zh: '查看面向成员的信息', en: 'read what is for members' },
  'cooperation:change-profile': {
    group: 'acting',
    on: [],
    zh: '修改成员名录中的介绍',
    en: 'change the profile in the directory',
  },
  'cooperation:found-group': { group: 'acting', on: [], zh: '发起工作组', en: 'found working groups' },
  'cooperation:join-group': { group: 'acting', on: ['Group'], zh: '加入工作组', en: 'join working groups' },
  'cooperation:read-group': {
    group: 'reading',
    on: ['Group'],
    zh: '查看工作组内容',
    en: 'read what is in the working group',
  },
  'cooperation:contribute': {
    group: 'acting',
    on: ['Group'],
    zh: '在工作组中发言和上传文件',
    en: 'contribute to the working group',
  },
  'cooperation:chair-group': { group: 'acting', on: ['Group'], zh: '主持工作组', en: 'chair the working group' },
  'cooperation:open-call': { group: 'acting', on: ['Call'], zh: '发布合作征集', en: 'open calls for cooperation' },
  'cooperation:decide-call': { group: 'acting', on: ['Call'], zh: '评定合作征集', en: 'decide on the call' },
  'cooperation:apply': { group: 'acting', on: ['Call'], zh: '应征', en: 'apply to the call' },
  'cooperation:read-applications': { group: 'reading', on: [], zh: '查看应征材料', en: 'read applications' },
  'cooperation:claim': { group: 'acting', on: ['Achievement'], zh: '登记成果', en: 'register achievements' },
  'cooperation:judge': {
    group: 'acting',
    on: ['Achievement'],
    zh: '确认或质疑成果',
    en: 'confirm or dispute the achievement',
  },
  'cooperation:set-goals': { group: 'acting', on: [], zh: '设定联盟目标', en: "set the alliance's goals" },
  'cooperation:subscribe': { group: 'reading', on: [], zh: '订阅通知', en: 'subscribe to news' },
  'cooperation:manage-webhooks': { group: 'acting', on: [], zh: '管理通知的 Webhook', en: 'manage webhooks for news' },
  'nodes:read': { group: 'reading', on: ['Node'], zh: '查看节点', en: 'see nodes' },
  'nodes:join': { group: 'acting', on: ['Node'], zh: '接入节点', en: 'join nodes to the network' },
  'nodes:prepare': {
    group: 'operating',
    on: [],
    zh: '为其他组织准备节点接入文件',
    en: "prepare the bundle for another organisation's node",
  },
  'nodes:report': {
    group: 'acting',
    on: ['Node'],
    zh: '上报节点状态',
    en: 'report the state of a node',
    machine: true,
  },

  'exchange:read': {
    group: 'reading',
    on: [],
    zh: '查看数据共享目录、本部门的授权和传输',
    en: "see catalogues, and the department's grants and transfers",
    machine: true,
  },
  'exchange:read-datasets': {
    group: 'reading',
    on: [],
    zh: '查看本部门各种状态的数据集及其历史',
    en: "see the department's datasets in every state, with their history",
  },
  'exchange:manage-catalogue': {
    group: 'acting',
    on: [],
    zh: '编制和维护本部门的数据目录',
    en: "compile and maintain the department's catalogue",
  },
  'exchange:review-catalogue': {
    group: 'acting',
    on: [],
    zh: '审核本部门的数据目录',
    en: 'review what enters the catalogue',
  },
  'exchange:apply': {
    group: 'acting',
    on: [],
    zh: '申请使用其他部门的数据',
    en: 'apply for data of other departments',
  },
  'exchange:decide': { group: 'acting', on: [], zh: '审批数据共享申请', en: 'decide on applications for data' },
  'exchange:arbitrate': { group: 'acting', on: [], zh: '裁决数据共享争议', en: 'rule on disputes about data' },
  'exchange:pull': {
    group: 'acting',
    on: [],
    zh: '按授权获取数据',
    en: 'get data under grants',
    machine: true,
  },
  'exchange:audit': { group: 'reading', on: [], zh: '审计本部门的数据共享', en: "audit the department's exchanges" },
  'exchange:operate': {
    group: 'acting',
    on: [],
    zh: '启停本部门的连接器、管理其密钥',
    en: 'run the connector and its keys',
  },
  'exchange:attend': {
    group: 'acting',
    on: [],
    zh: '接待查询本人数据使用情况的群众',
    en: 'attend to people who ask about uses of data about them',
  },
  'exchange:register': {
    group: 'acting',
    on: [],
    zh: '在联盟登记连接器',
    en: "register connectors in the alliance's registry",
  },

  'platform:read': { group: 'operating', on: ['Platform'], zh: '查看平台运行', en: 'see how the platform runs' },
  'platform:administer': { group: 'operating', on: ['Platform'], zh: '管理平台', en: 'administer the platform' },
} as const satisfies Record<string, ActionEntry>;

/** Something that can be done, named `area:verb`. */
export type Action = keyof typeof actions;

/** The entry of an action. */
export function entryOf(action: Action): ActionEntry {
  return actions[action];
}
