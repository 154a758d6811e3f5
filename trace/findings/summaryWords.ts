import type { CertificateState } from '../certificates/certificate.ts';
import type { DetectorName, FindingState, Severity } from './finding.ts';

/** What the summary of a case calls things, in both languages. */
export const detectorWords: Readonly<Record<DetectorName, string>> = {
  certificate: '有机证书 / Organic certificate',
  'mass-balance': '物料平衡 / Mass balance',
  'cold-chain': '冷链 / Cold chain',
  journey: '流转路线 / Journey',
  clone: '序列号克隆 / Cloned serial number',
  'foreign-product': '他人产品编码 / Product of another',
  report: '消费者举报 / Reports of consumers',
};
export const severityWords: Readonly<Record<Severity, string>> = {
  low: '低 / low',
  medium: '中 / medium',
  high: '高 / high',
};
export const stateWords: Readonly<Record<FindingState, string>> = {
  open: '待处理 / Open',
  confirmed: '已确认 / Confirmed',
  dismissed: '已排除 / Dismissed',
};
export const certificateWords: Readonly<Record<CertificateState, string>> = {
  valid: '有效 / Valid',
  suspended: '已中止 / Suspended',
  withdrawn: '已撤销 / Withdrawn',
  expired: '已过期 / Expired',
};
