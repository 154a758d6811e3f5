import { QrcodeOutlined } from '@ant-design/icons';
import { Button, Popover, QRCode } from 'antd';
import { useTranslation } from 'react-i18next';
import { productPath } from '../../links/parseProductPath.ts';

interface LotCodeProps {
  gtin: string;
  lot: string;
}

/** The GS1 Digital Link of a lot as a QR code, to be printed on a label or scanned from the screen. */
export function LotCode({ gtin, lot }: LotCodeProps) {
  const { t } = useTranslation('products');
  const link = new URL(productPath(gtin, lot), window.location.origin).href;
  return (
    <Popover
      trigger="click"
      placement="left"
      content={
        <div className="lot-code" data-testid="lot-code">
          <QRCode value={link} size={224} marginSize={4} errorLevel="M" bordered={false} bgColor="#ffffff" />
          <p>{t('codeHint')}</p>
          <code>{link}</code>
        </div>
      }
    >
      <Button icon={<QrcodeOutlined />} aria-label={`${t('code')} ${lot}`} data-testid="show-lot-code">
        {t('code')}
      </Button>
    </Popover>
  );
}
