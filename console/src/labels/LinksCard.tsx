import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Card, Checkbox, Empty, Input, Popconfirm, Select, Space, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../operator/Problem.tsx';
import { listLinks, type NewLink, removeLink, setLink } from './api.ts';
import { Field } from './Field.tsx';

/** Types of links that people set, as GS1's vocabulary names them. */
const linkTypes = [
  'pip',
  'certificationInfo',
  'recallStatus',
  'instructions',
  'recipeInfo',
  'sustainabilityInfo',
] as const;
const blank: NewLink = { anchor: '', linkType: 'gs1:pip', href: '', title: '', languages: [], isDefault: false };

/** Where codes lead besides the platform's own page. */
export function LinksCard() {
  const { t } = useTranslation('labels');
  const client = useQueryClient();
  const [link, setDraft] = useState(blank);
  const links = useInfiniteQuery({
    queryKey: ['resolver-links'],
    queryFn: ({ pageParam, signal }) => listLinks(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextPageToken,
  });
  const refresh = () => client.invalidateQueries({ queryKey: ['resolver-links'] });
  const add = useMutation({
    mutationFn: setLink,
    onSuccess: async () => {
      setDraft(blank);
      await refresh();
    },
  });
  const remove = useMutation({ mutationFn: removeLink, onSuccess: refresh });
  const change = (part: Partial<NewLink>) => setDraft({ ...link, ...part });
  const items = links.data?.pages.flatMap((page) => page.items) ?? [];
  const nameOf = (type: string) => {
    const known = linkTypes.find((one) => type.endsWith(`/${one}`));
    return known ? t(`links.type.${known}`) : type;
  };
  return (
    <Card title={t('links.title')}>
      <p className="muted">{t('links.lead')}</p>
      {links.error && <Problem error={links.error} />}
      {links.isSuccess && items.length === 0 && <Empty description={t('links.none')} />}
      <ul className="label-links">
        {items.map((one) => (
          <li key={one.linkId}>
            <div>
              <b>{one.title}</b> <Tag>{nameOf(one.linkType)}</Tag>{' '}
              {one.isDefault && <Tag color="green">{t('links.default')}</Tag>}
              <br />
              <code>{one.anchor.replace('https://id.gs1.org', '')}</code> → <code>{one.href}</code>
            </div>
            <Popconfirm title={t('links.removeAsk')} onConfirm={() => remove.mutate(one.linkId)}>
              <Button danger>{t('links.remove')}</Button>
            </Popconfirm>
          </li>
        ))}
      </ul>
      {links.hasNextPage && <Button onClick={() => links.fetchNextPage()}>{t('links.more')}</Button>}
      {remove.error && <Problem error={remove.error} />}
      <div className="label-links-new">
        <Field label={t('links.anchor')}>
          <Input value={link.anchor} onChange={({ target }) => change({ anchor: target.value })} placeholder="/01/…" />
        </Field>
        <Field label={t('links.typeLabel')}>
          <Select
            value={link.linkType}
            onChange={(linkType) => change({ linkType })}
            options={linkTypes.map((one) => ({ value: `gs1:${one}`, label: t(`links.type.${one}`) }))}
          />
        </Field>
        <Field label={t('links.name')}>
          <Input value={link.title} maxLength={200} onChange={({ target }) => change({ title: target.value })} />
        </Field>
        <Field label={t('links.href')}>
          <Input value={link.href} onChange={({ target }) => change({ href: target.value })} placeholder="https://…" />
        </Field>
      </div>
      {add.error && <Problem error={add.error} />}
      <Space wrap>
        <Checkbox checked={link.isDefault} onChange={({ target }) => change({ isDefault: target.checked })}>
          {t('links.makeDefault')}
        </Checkbox>
        <Button
          type="primary"
          loading={add.isPending}
          disabled={link.anchor.trim() === '' || link.href.trim() === '' || link.title.trim() === ''}
          onClick={() => add.mutate({ ...link, anchor: link.anchor.trim(), href: link.href.trim() })}
          data-testid="set-link"
        >
          {t('links.set')}
        </Button>
      </Space>
    </Card>
  );
}
