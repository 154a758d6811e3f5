import { Table, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { useText } from '../../cooperation/parts/useText.ts';
import type { ShownItem } from '../api/catalogue.ts';
import type { Quality } from '../api/items.ts';
import { SharingTag } from '../parts/tags.tsx';
import { usePercent } from '../parts/usePercent.ts';

/** The columns of a dataset: how far each is shared and how its values are changed before they are given. */
export function ItemsTable({ items, quality }: { items: ShownItem[]; quality?: Quality | null | undefined }) {
  const { t } = useTranslation(['xCatalogue', 'exchange']);
  const text = useText();
  const percent = usePercent();
  if (items.length === 0) return <p className="muted">{t('itemsTable.none')}</p>;
  const measured = new Map(quality?.items.map((item) => [item.name, item]));
  return (
    <Table<ShownItem>
      dataSource={items}
      rowKey="name"
      size="small"
      pagination={items.length > 50 ? { pageSize: 50 } : false}
      scroll={{ x: 860 }}
      data-testid="items"
      columns={[
        {
          key: 'name',
          title: t('itemsTable.name'),
          render: (_, item) => (
            <Tooltip title={item.description ? text(item.description) : undefined}>
              <span>
                {text(item.title)} <code className="muted">{item.name}</code>
              </span>
            </Tooltip>
          ),
        },
        { key: 'type', title: t('itemsTable.type'), render: (_, { type }) => t(`exchange:itemType.${type}`) },
        {
          key: 'sharing',
          title: t('itemsTable.sharing'),
          render: (_, { sharing }) => <SharingTag sharing={sharing} />,
        },
        { key: 'level', title: t('itemsTable.level'), render: (_, { level }) => t(`exchange:level.${level}`) },
        {
          key: 'mask',
          title: t('itemsTable.mask'),
          render: (_, { mask, sharing }) =>
            sharing === 'none' ? '—' : mask ? t(`exchange:mask.${mask}`) : t('exchange:noMask'),
        },
        {
          key: 'flags',
          title: `${t('itemsTable.key')} / ${t('itemsTable.sensitive')}`,
          render: (_, { key, sensitive }) =>
            [...(key ? [t('itemsTable.key')] : []), ...(sensitive ? [t('itemsTable.sensitive')] : [])].join(' / ') ||
            '—',
        },
        {
          key: 'complete',
          title: t('measured.completeness'),
          align: 'right',
          render: (_, { name }) => percent(measured.get(name)?.completeness),
        },
      ]}
    />
  );
}
