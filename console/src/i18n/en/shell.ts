import type { shell as zh } from '../zh-CN/shell.ts';

export const shell: typeof zh = {
  nav: {
    overview: 'Overview',
    explorer: 'Explorer',
    findEvidence: 'Check a file',
    notarize: 'Notarise',
    outgoing: 'Transactions',
    wallets: 'Wallets and keys',
    webhooks: 'Webhooks',
    witnesses: 'Witnesses',
    events: 'Events',
    products: 'Products',
    members: 'Members',
    keys: 'API keys',
    docs: 'API reference',
    menu: 'Open the menu',
    main: 'Main',
    skip: 'Skip to the content',
  },
  live: {
    live: 'Live',
    connecting: 'Connecting',
    offline: 'Offline',
    liveHint: 'Data arrives as it happens',
    offlineHint: 'The live connection is down; it is being restored',
  },
  session: {
    signIn: 'Sign in',
    signOut: 'Sign out',
    signedInAs: 'Signed in as',
    role: { operator: 'Operator', member: 'Member', viewer: 'Viewer' },
  },
  demo: 'Demonstration network',
  notFound: { title: 'There is no such page', text: 'The link is old or mistyped.', home: 'To the overview' },
  crashed: {
    title: 'This page failed',
    text: 'Reload it; if it fails again, tell the operator what is written below.',
    reload: 'Reload',
  },
};
