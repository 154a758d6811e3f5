import type { keys as zh } from '../zh-CN/keys.ts';

export const keys: typeof zh = {
  title: 'API keys',
  lead: 'Programs use keys to capture events. The platform stores a digest only; the key itself is shown once.',
  create: 'New key',
  name: 'Name',
  namePlaceholder: 'For example: ERP of workshop 1',
  nameRequired: 'Give it a name by which you will recognise it.',
  scopes: 'Scopes',
  scope: { capture: 'Record events and evidence', transact: 'Send transactions', read: 'Read' },
  columns: {
    name: 'Name',
    prefix: 'Begins with',
    scopes: 'Scopes',
    member: 'Member',
    created: 'Created',
    used: 'Last used',
    actions: 'Actions',
  },
  never: 'Never',
  shownOnce: {
    title: 'Save this key now',
    text: "When you close this window nobody can see it again, not even the operator. Put it into a password store or the server's secret configuration, never into a URL or source code.",
    usage: 'Send it in the request header',
    saved: 'I have saved it',
  },
  revoke: 'Revoke',
  revoked: 'Revoked',
  revokeConfirm: 'Revoke "{{name}}"? Programs that use it are refused at once, and it cannot be restored.',
  cancel: 'Cancel',
  empty: 'No keys yet',
  signInFirst: 'Sign in to manage API keys',
};
