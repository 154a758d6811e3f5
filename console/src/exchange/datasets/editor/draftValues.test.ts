import { expect, it } from 'vitest';
import { type DraftValues, fieldOf, startDraft, toDraft } from './draftValues.ts';

it('writes what was left empty as none, and a mask with what its kind needs', () => {
  const item = {
    name: 'id',
    title: { zh: ' 证件号 ', en: '' },
    description: { zh: '', en: '' },
    type: 'text',
    sharing: 'conditional',
    sensitive: true,
    key: true,
    level: 3,
    required: true,
    validity: { format: 'citizenNumber' },
  } as const;
  const values: DraftValues = {
    ...startDraft,
    items: [
      { ...item, mask: { kind: 'keep', first: 3 } },
      { ...item, name: 'note', sharing: 'none', mask: { kind: 'redact' } },
    ],
    source: { source: 'one', table: 'public.people', cursor: '' },
  };
  const draft = toDraft(values);
  expect(draft).toMatchObject({ conditions: null, regionName: null, legalGround: null });
  expect(draft.source).toEqual({ source: 'one', table: 'public.people' });
  expect(draft.items.map(({ mask }) => mask)).toEqual([{ kind: 'keep', first: 3, last: 0 }, null]);
  expect(draft.items[0]).toMatchObject({ title: { zh: '证件号', en: '' }, validity: { format: 'citizenNumber' } });
  expect(draft.items[0]).not.toHaveProperty('description');
  const open = toDraft({ ...values, sharing: 'unconditional', terms: { purposes: ['subsidy'] } });
  expect(open.terms.purposes).toBeNull();
  expect(fieldOf('/items/3/name')).toEqual(['items', 3, 'name']);
});
