import './products.css';
import { useQuery } from '@tanstack/react-query';
import { Button, Card, Empty, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { listProducts } from '../../api/listProducts.ts';
import { pickText } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { hasValidCheckDigit, isLot, normalizeGtin, productPath } from '../../links/parseProductPath.ts';
import { PageHead } from '../PageHead.tsx';
import { Problem } from '../Problem.tsx';
import { LotCode } from './LotCode.tsx';

/** Leads to the page of a lot: from the list of those that are known, or by its numbers. */
export function ProductsPage() {
  const { t } = useTranslation(['products', 'product']);
  const language = useLanguage();
  const {
    data: lots,
    error,
    refetch,
  } = useQuery({
    queryKey: ['products'],
    queryFn: ({ signal }) => listProducts(signal),
  });
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <div className="stack">
        <Card title={t('lookup')}>
          <LotLookup />
        </Card>
        {error && <Problem error={error} onRetry={refetch} />}
        {lots && (
          <Card title={t('known')}>
            {lots.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('empty')} />}
            <ul className="lots">
              {lots.map((lot) => (
                <li key={`${lot.gtin}/${lot.lot}`}>
                  <a href={productPath(lot.gtin, lot.lot)} data-testid="product-link">
                    <b>{pickText(lot.name, language) ?? t('product:untitled')}</b>
                    {lot.demo && <span className="chip chip-demo">{t('product:demoRibbon')}</span>}
                    <small>
                      {[pickText(lot.origin, language), `${t('lot')} ${lot.lot}`].filter(Boolean).join(' · ')}
                    </small>
                    <small>
                      <code>{lot.gtin}</code>
                    </small>
                  </a>
                  <LotCode gtin={lot.gtin} lot={lot.lot} />
                </li>
              ))}
            </ul>
          </Card>
        )}
      </div>
    </>
  );
}

function LotLookup() {
  const { t } = useTranslation('products');
  const open = ({ gtin, lot }: { gtin: string; lot: string }) => {
    window.location.assign(productPath(normalizeGtin(gtin) ?? gtin, lot.trim()));
  };
  return (
    <Form layout="vertical" onFinish={open} requiredMark={false} className="lookup">
      <Form.Item
        name="gtin"
        label={t('gtin')}
        extra={t('gtinHint')}
        validateTrigger="onBlur"
        rules={[
          {
            validator: async (_, value: string | undefined) => {
              const gtin = normalizeGtin(value ?? '');
              if (gtin === null) throw new Error(t('invalid.digits'));
              if (!hasValidCheckDigit(gtin)) throw new Error(t('invalid.checkDigit'));
            },
          },
        ]}
      >
        <Input inputMode="numeric" maxLength={14} data-testid="gtin" />
      </Form.Item>
      <Form.Item
        name="lot"
        label={t('lot')}
        validateTrigger="onBlur"
        rules={[
          {
            validator: async (_, value: string | undefined) => {
              if (!isLot((value ?? '').trim())) throw new Error(t('invalid.lot'));
            },
          },
        ]}
      >
        <Input maxLength={20} data-testid="lot" />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large">
        {t('go')}
      </Button>
    </Form>
  );
}
