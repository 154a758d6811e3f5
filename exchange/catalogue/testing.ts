import type { Catalogue } from './catalogue.ts';
import type { Actor, Dataset } from './dataset.ts';

/** Who writes and who reviews in tests. */
export const testSteward: Actor = { id: 'steward-1', name: 'Steward' };
export const testReviewer: Actor = { id: 'reviewer-1', name: 'Reviewer' };

/** Code of the duty that test datasets come from. */
export const testDuty = 'MZ-01';

/** A whole draft of a conditional dataset about persons, of three items; `changes` replace fields. */
export function testDraft(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    title: { zh: '低保对象名单', en: 'Recipients of subsistence allowance' },
    description: { zh: '全省在册的最低生活保障对象', en: 'People who receive the allowance' },
    keywords: ['低保', 'welfare'],
    duty: testDuty,
    table: 'recipients',
    sharing: 'conditional',
    conditions: { zh: '仅限办理补贴事项时核验', en: 'To check applications for subsidies only' },
    methods: ['pull', 'answer'],
    updateCycle: 'daily',
    subject: 'person',
    region: '430000',
    regionName: { zh: '湖南省', en: 'Hunan' },
    level: 3,
    items: [
      {
        name: 'person_id',
        title: { zh: '身份证号', en: 'Citizen number' },
        type: 'text',
        key: true,
        sensitive: true,
        validity: { format: 'citizenNumber' },
      },
      { name: 'grade', title: { zh: '保障等级', en: 'Grade' }, type: 'integer' },
      { name: 'changed_at', title: { zh: '变更时间', en: 'Changed' }, type: 'time', level: 1 },
    ],
    department: { zh: '社会救助处', en: 'Office of social aid' },
    contact: { name: '社会救助处', phone: '0731-12345678', email: 'office@mz.example' },
    changeItem: 'changed_at',
    ...changes,
  };
}

/** Adds the duty and a dataset, and has it published. */
export async function publishTestDataset(
  catalogue: Pick<Catalogue, 'saveDuty' | 'create' | 'submit' | 'decide'>,
  participant: string,
  changes: Record<string, unknown> = {},
): Promise<Dataset> {
  const legalBasis = '《社会救助暂行办法》';
  await catalogue.saveDuty(participant, testSteward, { code: testDuty, title: { zh: '社会救助', en: '' }, legalBasis });
  const { dataset } = await catalogue.create(participant, testSteward, testDraft(changes));
  const { revision } = await catalogue.submit(participant, testSteward, dataset.id, null);
  const decision = { verdict: 'approve', reason: null, revision } as const;
  const { published } = await catalogue.decide(participant, testReviewer, dataset.id, decision);
  if (!published) throw new Error('The dataset was not published.');
  return published;
}
