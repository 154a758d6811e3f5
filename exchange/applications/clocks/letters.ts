import type { JsonObject, Words } from '../../house.ts';
import type { DisputeRow } from '../disputes/disputeRow.ts';
import type { Stage } from '../model.ts';
import type { ApplicationRow } from '../row.ts';
import type { Letter } from './post.ts';
import { chinaDay } from './workCalendar.ts';

const titles: Readonly<Record<Stage, Words>> = {
  firstCheck: { zh: '数据申请初审已超期', en: 'The first check of an application for data is overdue' },
  answer: { zh: '数据申请答复已超期', en: 'The answer to an application for data is overdue' },
  provision: { zh: '数据提供已超期', en: 'The provision of granted data is overdue' },
  review: { zh: '应急使用复核已超期', en: 'The review of an emergency is overdue' },
  ruling: { zh: '裁决已超期', en: 'A ruling is overdue' },
};
const told: Words = { zh: '已报数据主管部门。', en: 'The data authority is told.' };

/** To those who have to act: a stage of an application to their department has run out; `authorityKnows`: and it was told. */
export function letterToDeciders(row: ApplicationRow, superior: string | null, authorityKnows: boolean): Letter {
  const { participant, id, stage, counterparty_slug: consumer, dataset, dataset_title: title, form } = row;
  const day = row.due_at ? chinaDay(row.due_at) : '';
  const zh = `部门 ${consumer} 为事项“${form.matterName.zh}”申请使用“${title?.zh ?? dataset}”，应于 ${day} 前办理。`;
  const en = `The department ${consumer} applied for "${title?.en ?? dataset}" for the matter "${form.matterName.en}"; it was due on ${day} (China time).`;
  return {
    participant,
    superior,
    title: titles[stage ?? 'answer'],
    text: authorityKnows ? { zh: `${zh}${told.zh}`, en: `${en} ${told.en}` } : { zh, en },
    path: `/exchange/inbox/${id}`,
  };
}

/** To those of the data authority who rule: the time for a ruling has run out. */
export function letterToRulers(row: DisputeRow, superior: string | null): Letter {
  const { participant, application, provider_slug: provider, consumer_slug: consumer, form, due_at } = row;
  const day = chinaDay(due_at);
  return {
    participant,
    superior,
    title: titles.ruling,
    text: {
      zh: `部门 ${consumer} 与部门 ${provider} 就事项“${form.matterName.zh}”的数据申请发生争议，应于 ${day} 前裁决，至今未裁决。申请编号：${application}。`,
      en: `The dispute of ${consumer} with ${provider} about data for the matter "${form.matterName.en}" was to be ruled on by ${day} (China time). Application ${application}.`,
    },
    path: '/exchange/disputes',
  };
}

const textOf = (value: unknown) => (typeof value === 'string' ? value.slice(0, 200) : '');

/** To the data authority: a department let a stage run out, as the notice of a connector says. */
export function letterToAuthority(participant: string, application: string, content: JsonObject): Letter {
  const provider = textOf(content.provider);
  const consumer = textOf(content.consumer);
  const matter = textOf(content.matter);
  const stage = (Object.keys(titles) as Stage[]).find((one) => one === content.stage) ?? 'answer';
  const due = new Date(textOf(content.dueAt));
  const day = Number.isNaN(due.getTime()) ? '–' : chinaDay(due);
  return {
    participant,
    superior: null,
    title: titles[stage],
    text: {
      zh: `部门 ${provider} 对部门 ${consumer} 的申请（事项 ${matter}）应于 ${day} 前办理，至今未办。申请编号：${application}。`,
      en: `The department ${provider} has not acted on the application of ${consumer} for the matter ${matter}, due on ${day} (China time). Application ${application}.`,
    },
    path: '/exchange/disputes',
  };
}
