import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button, Card, QRCode, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { type AnchoredRecord, certificatePath } from '../api/evidence.ts';
import { bundlePath } from '../api/getBundle.ts';
import { Logo } from '../brand/Logo.tsx';
import { Facts } from '../explorer/parts/Facts.tsx';
import { Time } from '../explorer/parts/Time.tsx';
import { formatNumber } from '../format/formatNumber.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { StatusTag } from '../operator/StatusTag.tsx';
import { useMemberNames } from '../operator/useMemberNames.ts';

/** What was stated by whom and when, where it is anchored, and a code that leads back here; made to be printed. */
export function Certificate({ record }: { record: AnchoredRecord }) {
  const { t } = useTranslation('notarize');
  const language = useLanguage();
  const memberName = useMemberNames();
  const link = `${window.location.origin}/verify/evidence/${record.id}`;
  const { anchor } = record;
  const code = (text: string) => <code>{text}</code>;
  return (
    <Card className="certificate" data-testid="certificate" data-status={record.status}>
      <header>
        <Logo size={44} />
        <div>
          <b>{t('heading')}</b>
          <small>{t('issuer')}</small>
        </div>
        <StatusTag status={record.status} />
      </header>
      <div className="certificate-body">
        <Facts
          rows={[
            [t('number'), code(record.id)],
            [
              t(record.alg === 'sha-256' ? 'digest' : 'saltedDigest'),
              <code key="digest" data-testid="digest">
                {record.digest}
              </code>,
            ],
            [t('recordedBy'), memberName(record.member)],
            [t('time'), <Time key="time" at={record.time} withZone />],
            [t('subject'), code(record.subject)],
            [t('index'), record.index === null ? t('notYet') : formatNumber(record.index, language)],
            [t('transaction'), anchor && code(anchor.transactionHash)],
            [t('block'), anchor && formatNumber(anchor.blockNumber, language)],
            [t('contract'), anchor && code(anchor.contract)],
            [t('root'), anchor && code(anchor.root)],
            [t('anchoredAt'), anchor?.anchoredAt ? <Time key="at" at={anchor.anchoredAt} withZone /> : null],
            [t('erased'), record.erasedAt && <Time key="erased" at={record.erasedAt} />],
          ]}
        />
        <figure>
          <QRCode value={link} size={148} marginSize={2} errorLevel="M" bordered={false} bgColor="#ffffff" type="svg" />
          <figcaption>{t('scan')}</figcaption>
        </figure>
      </div>
      <p className="certificate-note">{t('note')}</p>
      <Space wrap className="no-print">
        <Button type="primary" icon={<DownloadOutlined />} href={certificatePath(record.id, language)}>
          {t('pdf')}
        </Button>
        <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
          {t('print')}
        </Button>
        {anchor && (
          <Button href={bundlePath(record.id)} download={`xiangyu-proof-${record.id}.json`}>
            {t('bundle')}
          </Button>
        )}
      </Space>
    </Card>
  );
}
