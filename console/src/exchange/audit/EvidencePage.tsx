import { useSearch } from '@tanstack/react-router';
import { Alert, Button, Form, Input, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ExchangeBundle, isExchangeBundle, mergeExchangeBundles } from '../../../../proof/index.ts';
import { PageHead } from '../../operator/PageHead.tsx';
import { Problem } from '../../operator/Problem.tsx';
import { getEvidence } from '../api/audit.ts';
import { Card } from '../parts/Card.tsx';
import { useChange } from '../parts/useChange.ts';
import { useMay } from '../parts/useMay.ts';
import { AuditTabs } from './AuditTabs.tsx';
import { EvidenceBanner } from './EvidenceBanner.tsx';
import { EvidenceResult } from './EvidenceResult.tsx';
import { missingSide } from './missingSide.ts';
import { SidesCard } from './SidesCard.tsx';
import { saveJson } from './saveJson.ts';
import { verifyEvidence } from './verifyEvidence.ts';

/** The evidence of an exchange: downloaded, and verified in the browser; anybody may verify a file. */
export function EvidencePage() {
  const { t } = useTranslation('xAudit');
  const may = useMay();
  const { agreement } = useSearch({ from: '/exchange/evidence' });
  const [bundle, setBundle] = useState<ExchangeBundle | null>(null);
  const verify = useChange(async (given: ExchangeBundle) => {
    setBundle(given);
    return verifyEvidence(given);
  });
  const load = useChange(async ({ agreement: id }: { agreement: string }) => {
    const got = await getEvidence(id.trim());
    verify.mutate(got);
    return got;
  });
  const open = useChange(async (file: File) => verify.mutate(await readFile(file)));
  const add = useChange(async (file: File) => {
    const given = await readFile(file);
    if (bundle === null) return verify.mutate(given);
    if (given.agreement !== bundle.agreement) throw new WrongFile('evidence.otherAgreement');
    verify.mutate(mergeExchangeBundles([bundle, given]));
  });
  return (
    <>
      <PageHead title={t('tabs.evidence')} lead={t('evidence.lead')} />
      {may('exchange:audit') && <AuditTabs />}
      <div className="stack">
        {may('exchange:audit') && (
          <Card title={t('evidence.ofAgreement')}>
            <Form<{ agreement: string }>
              layout="vertical"
              requiredMark={false}
              initialValues={{ agreement }}
              onFinish={(values) => load.mutate(values)}
            >
              <Form.Item
                name="agreement"
                label={t('filter.agreement')}
                extra={t('evidence.agreementHint')}
                rules={[{ required: true, whitespace: true, message: t('evidence.agreementNeeded') }]}
              >
                <Input maxLength={500} data-testid="agreement" />
              </Form.Item>
              <div className="x-actions">
                <Button
                  type="primary"
                  htmlType="submit"
                  loading={load.isPending || verify.isPending}
                  data-testid="make-bundle"
                >
                  {t('evidence.make')}
                </Button>
                {bundle && (
                  <Button onClick={() => saveJson('exchange-bundle.json', bundle)} data-testid="save-bundle">
                    {t('evidence.save')}
                  </Button>
                )}
              </div>
            </Form>
            {load.error && <Problem error={load.error} />}
          </Card>
        )}
        <Card title={t('evidence.ofFile')}>
          <p className="muted">{t('evidence.fileHint')}</p>
          <Upload
            accept=".json,application/json"
            showUploadList={false}
            beforeUpload={(file) => {
              open.mutate(file);
              return false;
            }}
          >
            <Button loading={verify.isPending}>{t('evidence.choose')}</Button>
          </Upload>
          {open.error && <Alert type="error" showIcon title={t(wrongOf(open.error))} />}
        </Card>
        {verify.error && <Problem error={verify.error} />}
        {verify.data && bundle !== null && (
          <>
            <EvidenceBanner valid={verify.data.valid} whole={missingSide(bundle) === null} />
            <SidesCard bundle={bundle} pending={add.isPending || verify.isPending} onAdd={add.mutate} />
            {add.error && <Alert type="error" showIcon title={t(wrongOf(add.error))} />}
            <EvidenceResult result={verify.data} />
          </>
        )}
      </div>
    </>
  );
}

type Wrong = 'evidence.notABundle' | 'evidence.otherAgreement';

/** A file that cannot be used. */
class WrongFile extends Error {
  readonly text: Wrong;

  constructor(text: Wrong) {
    super(text);
    this.text = text;
  }
}

const wrongOf = (error: unknown): Wrong => (error instanceof WrongFile ? error.text : 'evidence.notABundle');

/** @throws WrongFile, SyntaxError for a file that is no bundle */
async function readFile(file: File): Promise<ExchangeBundle> {
  const given: unknown = JSON.parse(await file.text());
  if (!isExchangeBundle(given)) throw new WrongFile('evidence.notABundle');
  return given as ExchangeBundle;
}
