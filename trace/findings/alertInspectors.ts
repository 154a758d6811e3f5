import type { Tx } from '../../store/index.ts';
import { isAuthority, type TraceNetwork } from '../network.ts';
import type { DetectorName } from './finding.ts';
import type { StoredFinding } from './storeDoubts.ts';

const titles: Readonly<Record<DetectorName, { zh: string; en: string }>> = {
  certificate: { zh: '有机声明缺少有效证书', en: 'An organic claim that no certificate covers' },
  'mass-balance': { zh: '物料平衡异常', en: 'A mass balance that does not add up' },
  'cold-chain': { zh: '冷链超限', en: 'A cold chain that broke' },
  journey: { zh: '流转路线不合理', en: 'A journey that cannot be' },
  report: { zh: '消费者举报', en: 'Consumers report something' },
  'foreign-product': { zh: '以他人产品编码登记生产', en: 'A product of another, recorded as made' },
  clone: { zh: '序列号疑似被克隆', en: 'A serial number that seems to be cloned' },
};

/** Tells authorities and the certifiers concerned of findings that are new; the last step of a transaction. */
export async function alertInspectors(
  tx: Tx,
  network: TraceNetwork,
  findings: readonly StoredFinding[],
): Promise<void> {
  const news = findings.filter(({ opened, severity }) => opened && severity !== 'low');
  if (news.length === 0) return;
  const authorities = (await network.readParties()).filter(isAuthority).map(({ slug }) => slug);
  for (const { id, detector, reasons, members, certifiers } of news) {
    const [first] = reasons;
    const title = titles[detector];
    for (const recipient of new Set([...authorities, ...certifiers])) {
      await network.tell(tx, {
        recipient,
        type: 'finding.opened',
        member: members[0] ?? recipient,
        title: {
          zh: `${title.zh}：${first?.zh ?? ''}`.slice(0, 300),
          en: `${title.en}: ${first?.en ?? ''}`.slice(0, 300),
        },
        path: `/inspector/findings/${id}`,
      });
    }
  }
}
