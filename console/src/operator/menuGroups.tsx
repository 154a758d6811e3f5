import {
  AimOutlined,
  AlertOutlined,
  ApartmentOutlined,
  ApiOutlined,
  AuditOutlined,
  BankOutlined,
  BarcodeOutlined,
  BellOutlined,
  BlockOutlined,
  BranchesOutlined,
  CloudDownloadOutlined,
  ClusterOutlined,
  CodeOutlined,
  CommentOutlined,
  ContactsOutlined,
  DashboardOutlined,
  DatabaseOutlined,
  DeleteOutlined,
  DeploymentUnitOutlined,
  EyeOutlined,
  FileAddOutlined,
  FileDoneOutlined,
  FileProtectOutlined,
  FileSearchOutlined,
  FundOutlined,
  HistoryOutlined,
  HomeOutlined,
  IdcardOutlined,
  ImportOutlined,
  InboxOutlined,
  KeyOutlined,
  LockOutlined,
  MailOutlined,
  MobileOutlined,
  NotificationOutlined,
  OrderedListOutlined,
  PartitionOutlined,
  ProfileOutlined,
  QrcodeOutlined,
  SafetyCertificateOutlined,
  SafetyOutlined,
  SendOutlined,
  SolutionOutlined,
  SwapOutlined,
  TableOutlined,
  TeamOutlined,
  TrophyOutlined,
  UserOutlined,
  WalletOutlined,
} from '@ant-design/icons';
import type { LinkProps } from '@tanstack/react-router';
import type { ParseKeys } from 'i18next';
import type { ReactNode } from 'react';
import { may, type Session } from '../api/session.ts';

/** One page in the menu. Pages below its path belong to it, unless another line's path is closer. */
export interface MenuLine {
  to: NonNullable<LinkProps['to']>;
  icon: ReactNode;
  /** Its name in the dictionary `shell`. */
  label: ParseKeys<'shell'>;
  /** Not a page of the console: the browser loads it. */
  outside?: true;
  /** Paths of further pages that belong to it. */
  holds?: string[];
  /** Only for the department that is the data authority. */
  ofAuthority?: true;
  /** Who sees it; everybody when there is nothing here. */
  shown?: (session: Session | undefined) => boolean;
}

export interface MenuGroup {
  key: string;
  icon: ReactNode;
  label: ParseKeys<'shell'>;
  lines: MenuLine[];
}

const signedIn = (session: Session | undefined) => Boolean(session?.principal);
const readsActs = (session: Session | undefined) => may(session, 'acts:read');
const inspects = (session: Session | undefined) => may(session, 'trace:inspect');
const exchanges = (session: Session | undefined) => may(session, 'exchange:read');
const stewards = (session: Session | undefined) => may(session, 'exchange:read-datasets');
const auditsExchange = (session: Session | undefined) => may(session, 'exchange:audit');
const attends = (session: Session | undefined) => may(session, 'exchange:attend');
const arbitrates = (session: Session | undefined) => may(session, 'exchange:arbitrate');
const transacts = (session: Session | undefined) => may(session, 'transaction:submit');

/** The page above all groups. */
export const homeLine: MenuLine = { to: '/', icon: <HomeOutlined />, label: 'nav.overview' };

/**
 * What the menu holds, by what a reader wants to do. A group without a line that the reader may see is not shown; a new
 * page is one more line here and its name in both dictionaries.
 */
export const menuGroups: MenuGroup[] = [
  {
    key: 'alliance',
    icon: <BankOutlined />,
    label: 'nav.group.alliance',
    lines: [
      { to: '/alliance', icon: <BankOutlined />, label: 'nav.alliance' },
      { to: '/alliance/members', icon: <TeamOutlined />, label: 'nav.members' },
      { to: '/alliance/proposals', icon: <FileDoneOutlined />, label: 'nav.proposals' },
      { to: '/alliance/membership', icon: <IdcardOutlined />, label: 'nav.membership', shown: signedIn },
      { to: '/alliance/key', icon: <SafetyCertificateOutlined />, label: 'nav.votingKey', shown: signedIn },
      { to: '/credentials', icon: <SafetyOutlined />, label: 'nav.credentials', shown: signedIn },
      { to: '/credentials/verify', icon: <FileSearchOutlined />, label: 'nav.verifyCredential' },
    ],
  },
  {
    key: 'cooperation',
    icon: <SolutionOutlined />,
    label: 'nav.group.cooperation',
    lines: [
      { to: '/cooperation/members', icon: <IdcardOutlined />, label: 'nav.directory' },
      { to: '/cooperation/announcements', icon: <NotificationOutlined />, label: 'nav.announcements' },
      { to: '/cooperation/groups', icon: <CommentOutlined />, label: 'nav.groups' },
      { to: '/cooperation/calls', icon: <AimOutlined />, label: 'nav.calls' },
      { to: '/cooperation/achievements', icon: <TrophyOutlined />, label: 'nav.achievements' },
      { to: '/cooperation/goals', icon: <FundOutlined />, label: 'nav.goals' },
      { to: '/cooperation/notifications', icon: <MailOutlined />, label: 'nav.notifications' },
    ],
  },
  {
    key: 'exchange',
    icon: <SwapOutlined />,
    label: 'nav.group.exchange',
    lines: [
      { to: '/exchange', icon: <DashboardOutlined />, label: 'nav.dataExchange', shown: exchanges },
      { to: '/exchange/catalogue', icon: <DatabaseOutlined />, label: 'nav.dataCatalogue', shown: exchanges },
      { to: '/exchange/applications', icon: <FileAddOutlined />, label: 'nav.dataApplications', shown: exchanges },
      { to: '/exchange/inbox', icon: <InboxOutlined />, label: 'nav.dataInbox', shown: exchanges },
      { to: '/exchange/grants', icon: <KeyOutlined />, label: 'nav.dataGrants', shown: exchanges },
      {
        to: '/exchange/transfers',
        holds: ['/exchange/answers', '/exchange/matches'],
        icon: <CloudDownloadOutlined />,
        label: 'nav.dataTransfers',
        shown: exchanges,
      },
      { to: '/exchange/datasets', icon: <TableOutlined />, label: 'nav.ownDatasets', shown: stewards },
      { to: '/exchange/matters', icon: <OrderedListOutlined />, label: 'nav.dataMatters', shown: exchanges },
    ],
  },
  {
    key: 'exchangeControl',
    icon: <EyeOutlined />,
    label: 'nav.group.exchangeControl',
    lines: [
      {
        to: '/exchange/audit',
        holds: ['/exchange/evidence'],
        icon: <AuditOutlined />,
        label: 'nav.dataAudit',
        shown: auditsExchange,
      },
      { to: '/exchange/map', icon: <PartitionOutlined />, label: 'nav.dataMap', shown: exchanges },
      { to: '/exchange/duties', icon: <DeleteOutlined />, label: 'nav.dataDuties', shown: exchanges },
      { to: '/exchange/citizens', icon: <ContactsOutlined />, label: 'nav.dataCitizens', shown: attends },
      {
        to: '/exchange/disputes',
        icon: <SolutionOutlined />,
        label: 'nav.dataDisputes',
        shown: arbitrates,
        ofAuthority: true,
      },
      { to: '/exchange/connector', icon: <ClusterOutlined />, label: 'nav.dataConnector', shown: signedIn },
    ],
  },
  {
    key: 'records',
    icon: <AuditOutlined />,
    label: 'nav.group.records',
    lines: [
      { to: '/events', icon: <ProfileOutlined />, label: 'nav.events' },
      { to: '/products', icon: <BarcodeOutlined />, label: 'nav.products' },
      { to: '/inspector', icon: <FileSearchOutlined />, label: 'nav.inspector', shown: inspects },
      { to: '/inspector/certificates', icon: <SafetyCertificateOutlined />, label: 'nav.certificates' },
      { to: '/lineage', icon: <BranchesOutlined />, label: 'nav.lineage' },
      { to: '/recalls', icon: <AlertOutlined />, label: 'nav.recalls', shown: signedIn },
      { to: '/lineage/access', icon: <LockOutlined />, label: 'nav.audience', shown: signedIn },
      { to: '/verify/evidence', icon: <FileSearchOutlined />, label: 'nav.findEvidence' },
      { to: '/phones', icon: <MobileOutlined />, label: 'nav.phones', shown: signedIn },
      { to: '/labels', icon: <QrcodeOutlined />, label: 'nav.labels', shown: signedIn },
      { to: '/imports', icon: <ImportOutlined />, label: 'nav.imports', shown: signedIn },
      { to: '/notarize', icon: <FileProtectOutlined />, label: 'nav.notarize', shown: signedIn },
    ],
  },
  {
    key: 'chain',
    icon: <ApartmentOutlined />,
    label: 'nav.group.chain',
    lines: [
      { to: '/explorer', icon: <BlockOutlined />, label: 'nav.explorer' },
      { to: '/nodes', icon: <DeploymentUnitOutlined />, label: 'nav.nodes' },
      { to: '/witnesses', icon: <EyeOutlined />, label: 'nav.witnesses' },
    ],
  },
  {
    key: 'developer',
    icon: <CodeOutlined />,
    label: 'nav.group.developer',
    lines: [
      { to: '/outgoing', icon: <SendOutlined />, label: 'nav.outgoing', shown: transacts },
      { to: '/wallets', icon: <WalletOutlined />, label: 'nav.wallets', shown: transacts },
      { to: '/webhooks', icon: <BellOutlined />, label: 'nav.webhooks', shown: transacts },
      { to: '/keys', icon: <KeyOutlined />, label: 'nav.keys', shown: signedIn },
      { to: '/docs' as '/', outside: true, icon: <ApiOutlined />, label: 'nav.docs' },
    ],
  },
  {
    key: 'organisation',
    icon: <TeamOutlined />,
    label: 'nav.group.organisation',
    lines: [
      { to: '/organisation', icon: <TeamOutlined />, label: 'nav.organisation', shown: signedIn },
      { to: '/account', icon: <UserOutlined />, label: 'nav.account', shown: signedIn },
      { to: '/acts', icon: <HistoryOutlined />, label: 'nav.acts', shown: readsActs },
      { to: '/rights', icon: <SafetyCertificateOutlined />, label: 'nav.rights' },
    ],
  },
];
