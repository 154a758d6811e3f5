/** An item of a dataset as a steward writes it. */
export type ItemDraft = { name: string; type: string } & Record<string, unknown>;

const item = (name: string, type: string, zh: string, en: string, more: Record<string, unknown> = {}): ItemDraft => ({
  name,
  type,
  title: { zh, en },
  ...more,
});

/** What identifies a resident: the key, sensitive. */
export const personId = item('person_id', 'text', '公民身份号码', 'Citizen number', {
  key: true,
  sensitive: true,
  validity: { format: 'citizenNumber' },
});
/** What identifies an organisation. */
export const organisationCode = item('credit_code', 'text', '统一社会信用代码', 'Unified social credit code', {
  key: true,
  validity: { format: 'creditCode' },
});
/** Where something belongs. */
export const regionCode = item('region_code', 'text', '行政区划代码', 'Region code', {
  level: 1,
  validity: { format: 'regionCode' },
});
export const changedAt = item('changed_at', 'time', '更新时间', 'Changed at', { level: 1 });
/** The name of a person, of which the family name is shown. */
export const personName = item('name', 'text', '姓名', 'Name', {
  sensitive: true,
  mask: { kind: 'keep', first: 1, last: 0 },
});
export const validUntil = item('valid_until', 'date', '有效期至', 'Valid until');

/** An item whose values are codes with words. */
export const codes = (...all: [code: string, zh: string, en: string][]) => ({
  validity: { codes: all.map(([code, zh, en]) => ({ code, title: { zh, en } })) },
});
export { item };
