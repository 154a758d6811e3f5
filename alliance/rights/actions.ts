import type { resourceTypes } from './resources.ts';

/**
 * What an action is for: guests of a founded alliance may only `reading` and `joining`; `operating` is the platform's
 * own business, which has nothing to do with where an organisation stands.
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
  'organisations:invite': { group: 'acting', on: [], zh: '邀请新的组织', en: 'invite a new organisation' },
  'people:read': { group: 'reading', on: ['Person', 'Invitation'], zh: '查看本组织的人员', en: 'see the people' },
  'people:invite': { group: 'acting', on: ['Invitation'], zh: '邀请人员', en: 'invite people' },
  'people:set-roles': { group: 'acting', on: ['Person'], zh: '设置人员的角色', en: 'set the roles of people' },
  'people:remove': { group: 'acting', on: ['Person'], zh: '移除人员', en: 'remove people' },
  'keys:read': { group: 'reading', on: ['ApiKey'], zh: '查看 API 密钥', en: 'see API keys' },
  'keys:create': { group: 'acting', on: ['ApiKey'], zh: '创建 API 密钥', en: 'make API keys' },
  'keys:revoke': { group: 'acting', on: ['ApiKey'], zh: '吊销 API 密钥', en: 'revoke API keys' },
  'acts:read': { group: 'reading', on: ['Act'], zh: '查看管理行为记录', en: 'read the administrative acts' },

  'epcis:capture': { group: 'acting', on: [], zh: '登记追溯事件', en: 'capture events', machine: true },
  'epcis:read-jobs': {
    group: 'reading',
    on: ['CaptureJob'],
    zh: '查看登记任务',
    en: 'see capture jobs',
    machine: true,
  },
  'evidence:record': { group: 'acting', on: [], zh: '存证', en: 'record evidence', machine: true },
  'evidence:read': { group: 'reading', on: ['EvidenceRecord'], zh: '查看存证内容', en: 'read evidence with its notes' },
  'evidence:erase': { group: 'acting', on: ['EvidenceRecord'], zh: '删除存证的私密内容', en: 'erase private payloads' },
  'transaction:submit': { group: 'acting', on: [], zh: '提交交易', en: 'send transactions', machine: true },
  'transaction:read': { group: 'reading', on: ['Transaction'], zh: '查看交易', en: 'see transactions', machine: true },

  'founding:start': { group: 'operating', on: [], zh: '发起联盟创立', en: 'start the founding of the alliance' },
  'proposal:create': { group: 'acting', on: ['Proposal'], zh: '提出提案', en: 'make proposals' },
  'proposal:comment': { group: 'acting', on: ['Proposal', 'Comment'], zh: '参与讨论', en: 'discuss proposals' },
  'credential:read': { group: 'reading', on: ['Credential'], zh: '查看凭证', en: 'see credentials' },
  'credential:issue': { group: 'acting', on: ['Credential'], zh: '签发凭证', en: 'issue credentials' },
  'credential:revoke': { group: 'acting', on: ['Credential'], zh: '吊销凭证', en: 'suspend or revoke credentials' },
  'cooperation:publish': { group: 'acting', on: ['Publication'], zh: '发布合作信息', en: 'publish for the alliance' },
  'nodes:read': { group: 'reading', on: ['Node'], zh: '查看节点', en: 'see nodes' },
  'nodes:join': { group: 'acting', on: ['Node'], zh: '接入节点', en: 'join nodes to the network' },
  'nodes:report': {
    group: 'acting',
    on: ['Node'],
    zh: '上报节点状态',
    en: 'report the state of a node',
    machine: true,
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
