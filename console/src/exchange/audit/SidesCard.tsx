import { CheckCircleFilled, ExclamationCircleFilled } from '@ant-design/icons';
import { Alert, Button, Upload } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ExchangeBundle } from '../../../../proof/index.ts';
import { Card } from '../parts/Card.tsx';
import { DidName } from '../parts/DidName.tsx';
import { useDepartments } from '../queries.ts';
import { missingSide } from './missingSide.ts';

interface SidesCardProps {
  bundle: ExchangeBundle;
  pending: boolean;
  /** Adds a file with the other side's records. */
  onAdd: (file: File) => void;
}

/** Whose records the evidence holds, and whose are missing. */
export function SidesCard({ bundle, pending, onAdd }: SidesCardProps) {
  const { t } = useTranslation('xAudit');
  const nameOf = useDepartments();
  const missing = missingSide(bundle);
  return (
    <Card title={t('sides.title')} data-testid="sides" data-whole={missing === null}>
      <ul className="x-checks">
        {bundle.views.map(({ participant, records }) => (
          <li key={participant}>
            <CheckCircleFilled className="x-good" /> <b>{nameOf(participant)}</b> ·{' '}
            {t('sides.present', { number: records.length })}
          </li>
        ))}
        {missing && (
          <li>
            <ExclamationCircleFilled className="x-warn" />{' '}
            <b>
              <DidName did={missing} />
            </b>{' '}
            · {t('sides.missing')}
          </li>
        )}
      </ul>
      {missing ? (
        <Alert
          type="warning"
          className="x-below"
          title={t('sides.oneOnly')}
          description={
            <>
              <p>{t('sides.oneOnlyNext')}</p>
              <Upload
                accept=".json,application/json"
                showUploadList={false}
                beforeUpload={(file) => {
                  onAdd(file);
                  return false;
                }}
              >
                <Button loading={pending} data-testid="add-side">
                  {t('sides.add')}
                </Button>
              </Upload>
            </>
          }
        />
      ) : (
        <p className="muted">{t('sides.both')}</p>
      )}
    </Card>
  );
}
