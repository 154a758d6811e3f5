import type { Words } from '../../api/common.ts';
import type { Dataset, DatasetDraft } from '../../api/datasets.ts';
import type { Item, Mask } from '../../api/items.ts';

/** A dataset as the editor holds it: no nulls where a field stands. */
export interface DraftValues extends Omit<DatasetDraft, 'terms' | 'items' | 'source'> {
  terms: { [Name in keyof DatasetDraft['terms']]?: DatasetDraft['terms'][Name] };
  items: (Omit<Item, 'mask'> & { mask?: Partial<Mask> | null })[];
  source: DatasetDraft['source'];
}

const isBlank = (words: Words | null | undefined) => !words?.zh?.trim() && !words?.en?.trim();
const noWords = { zh: '', en: '' };
const wordsOf = (words: Partial<Words> | null | undefined): Words => ({
  zh: words?.zh?.trim() ?? '',
  en: words?.en?.trim() ?? '',
});
const orNull = <One>(list: One[] | null | undefined) => (list && list.length > 0 ? list : null);

/** What a new dataset begins with. */
export const startDraft: DraftValues = {
  title: noWords,
  description: noWords,
  keywords: [],
  duty: '',
  table: '',
  sharing: 'conditional',
  legalGround: null,
  conditions: noWords,
  methods: ['pull'],
  updateCycle: 'daily',
  subject: 'organisation',
  region: '',
  regionName: noWords,
  level: 2,
  items: [],
  department: noWords,
  contact: { name: '' },
  terms: { deletion: true },
  changeItem: null,
  source: null,
};

/** What the steward may change of a dataset. */
export function toDraftValues(dataset: Dataset): DraftValues {
  const names = Object.keys(startDraft) as (keyof DraftValues)[];
  return Object.fromEntries(names.map((name) => [name, dataset[name]])) as unknown as DraftValues;
}

/** A mask with what its kind needs; null where values are given as they are. */
function readMask(mask: Partial<Mask> | null | undefined): Mask | null {
  if (!mask?.kind) return null;
  const given = mask as Record<string, unknown>;
  switch (mask.kind) {
    case 'keep':
      return {
        kind: 'keep',
        first: Number(given.first ?? 0),
        last: Number(given.last ?? 0),
        ...(given.fill ? { fill: String(given.fill) } : {}),
      };
    case 'date':
      return { kind: 'date', to: (given.to as 'year' | undefined) ?? 'year' };
    case 'number':
      return { kind: 'number', step: Number(given.step ?? 1) };
    case 'region':
      return { kind: 'region', to: (given.to as 'city' | undefined) ?? 'city' };
    default:
      return { kind: mask.kind };
  }
}

function readItem({ mask, title, description, ...item }: DraftValues['items'][number]): Item {
  return {
    ...item,
    title: wordsOf(title),
    ...(isBlank(description) ? {} : { description: wordsOf(description) }),
    mask: item.sharing === 'none' ? null : readMask(mask),
  };
}

/** What goes to the platform; what was left empty is none. */
export function toDraft(values: DraftValues): DatasetDraft {
  const { terms, contact, source } = values;
  const open = values.sharing === 'unconditional';
  const filled = Object.entries(source ?? {}).filter(([, value]) => value !== '' && value !== undefined);
  return {
    title: wordsOf(values.title),
    description: wordsOf(values.description),
    keywords: values.keywords ?? [],
    duty: values.duty,
    table: values.table.trim(),
    sharing: values.sharing,
    legalGround: values.sharing === 'none' ? values.legalGround?.trim() || null : null,
    conditions: open || isBlank(values.conditions) ? null : wordsOf(values.conditions),
    methods: values.sharing === 'none' ? [] : values.methods,
    updateCycle: values.updateCycle,
    subject: values.subject,
    region: values.region.trim(),
    regionName: isBlank(values.regionName) ? null : wordsOf(values.regionName),
    level: values.level,
    items: values.items.map(readItem),
    department: wordsOf(values.department),
    contact: {
      name: contact.name.trim(),
      ...(contact.phone?.trim() ? { phone: contact.phone.trim() } : {}),
      ...(contact.email?.trim() ? { email: contact.email.trim() } : {}),
    },
    terms: {
      purposes: open ? null : orNull(terms.purposes),
      recipients: open ? null : orNull(terms.recipients),
      regions: open ? null : orNull(terms.regions),
      longestDays: terms.longestDays ?? null,
      mostRequests: terms.mostRequests ?? null,
      deletion: terms.deletion ?? true,
    },
    changeItem: values.changeItem || null,
    source: source?.source ? (Object.fromEntries(filled) as DatasetDraft['source']) : null,
  };
}

/** Where the place of a JSON pointer stands in the form: `/items/3/name` is `['items', 3, 'name']`. */
export const fieldOf = (pointer: string): (string | number)[] =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
