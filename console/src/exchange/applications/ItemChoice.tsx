import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { useText } from '../../cooperation/parts/useText.ts';
import type { ShownItem } from '../api/catalogue.ts';

/** One item to be ticked, with what is done to its values; one that is not shared cannot be, and says so. */
export function ItemChoice({ item }: { item: ShownItem }) {
  const { t } = useTranslation(['xAsking', 'exchange', 'xCatalogue']);
  const text = useText();
  const { name, title, sharing, mask, level, sensitive } = item;
  const closed = sharing === 'none';
  const facts = closed
    ? [t('form.cannotAsk'), t('form.cannotAskWhy')]
    : [t(`exchange:level.${level}`), mask ? t(`exchange:mask.${mask}`) : t('exchange:noMask')];
  return (
    <Checkbox value={name} disabled={closed} data-testid={`item-${name}`}>
      {text(title) || name}
      <small className="x-hint">
        {[...facts, ...(sensitive ? [t('xCatalogue:itemsTable.sensitive')] : [])].join(' · ')}
      </small>
    </Checkbox>
  );
}
