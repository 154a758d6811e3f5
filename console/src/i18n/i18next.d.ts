import 'i18next';
import type * as alliance from './zh-CN/alliance.ts';
import type * as consumer from './zh-CN/consumer.ts';
import type * as cooperation from './zh-CN/cooperation.ts';
import type * as credentials from './zh-CN/credentials.ts';
import type * as exchange from './zh-CN/exchange.ts';
import type * as explorer from './zh-CN/explorer.ts';
import type * as inspector from './zh-CN/inspector.ts';
import type * as lineage from './zh-CN/lineage.ts';
import type * as operator from './zh-CN/operator.ts';
import type * as people from './zh-CN/people.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof consumer &
      typeof operator &
      typeof explorer &
      typeof alliance &
      typeof people &
      typeof cooperation &
      typeof credentials &
      typeof lineage &
      typeof exchange &
      typeof inspector;
  }
}
