import { type DatasetKey, type DemoDataset, datasets } from './datasets.ts';
import { type DepartmentKey, departments } from './departments.ts';
import type { DepartmentSource } from './makeDatabases.ts';
import { actors, type ExchangeDemoParts, readAll } from './parts.ts';
import { questions } from './questions.ts';

type Sources = Record<DepartmentKey, DepartmentSource>;

async function publish(
  { exchange }: ExchangeDemoParts,
  { department, table, connected, duty, draft }: DemoDataset,
  sources: Sources,
): Promise<{ id: string; added: number }> {
  const { catalogue } = exchange;
  const { slug } = departments[department];
  const duties = await readAll((page) => catalogue.listDuties(slug, page));
  if (!duties.some(({ code }) => code === duty.code)) await catalogue.saveDuty(slug, actors.steward, duty);
  const known = (await readAll((page) => catalogue.listManaged(slug, {}, page))).find((one) => one.table === table);
  const { id: source, prefix } = sources[department];
  const reference = connected
    ? { source, table: `${prefix}${table}`, ...(table === 'organic_producers' ? { cursor: 'changed_at' } : {}) }
    : null;
  const id = known?.id ?? (await catalogue.create(slug, actors.steward, { ...draft, source: reference })).dataset.id;
  const managed = await catalogue.readManaged(slug, id);
  if (managed.published || managed.dataset.state === 'withdrawn') return { id, added: 0 };
  if (managed.dataset.state === 'created') await catalogue.submit(slug, actors.steward, id, null);
  const { revision } = await catalogue.readManaged(slug, id);
  await catalogue.decide(slug, actors.reviewer, id, { verdict: 'approve', reason: null, revision });
  return { id, added: 1 };
}

/** Publishes the catalogues, each dataset after the review of a second person, and opens the questions. Gives their ids. */
export async function publishDatasets(
  parts: ExchangeDemoParts,
  sources: Sources,
): Promise<{ ids: Record<DatasetKey, string>; added: number }> {
  const { answers } = parts.exchange;
  const ids = {} as Record<DatasetKey, string>;
  let added = 0;
  for (const key of Object.keys(datasets) as DatasetKey[]) {
    parts.signal.throwIfAborted();
    const made = await publish(parts, datasets[key], sources);
    ids[key] = made.id;
    added += made.added;
  }
  for (const { dataset, id, body } of questions) {
    const { slug } = departments[datasets[dataset].department];
    if (await answers.readQuestion(slug, ids[dataset], id)) continue;
    await answers.declareQuestion(slug, { ...body, id, dataset: ids[dataset] }, actors.steward.id);
    added += 1;
  }
  return { ids, added };
}
