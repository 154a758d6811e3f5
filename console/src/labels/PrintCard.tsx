import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons';
import { useMutation, useQuery } from '@tanstack/react-query';
import { AutoComplete, Button, Card, Input, InputNumber, Segmented, Select, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listProducts } from '../api/listProducts.ts';
import { pickText } from '../i18n/language.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { productPath } from '../links/parseProductPath.ts';
import { Problem } from '../operator/Problem.tsx';
import { type CodeKind, codePath, getSheets, type PrintRequest, printLabels } from './api.ts';
import { Field } from './Field.tsx';

/** Opens what was made as a file to be saved. */
function save(blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = 'labels.pdf';
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Chooses what is labelled and how, shows the code, and makes the PDF file. */
export function PrintCard() {
  const { t } = useTranslation('labels');
  const language = useLanguage();
  const [anchor, setAnchor] = useState('');
  const [kind, setKind] = useState<CodeKind>('qr');
  const [sheet, setSheet] = useState('63x38');
  const [names, setNames] = useState<PrintRequest['language']>('both');
  const [each, setEach] = useState<'lot' | 'items'>('lot');
  const [copies, setCopies] = useState(21);
  const [skip, setSkip] = useState(0);
  const [serials, setSerials] = useState({ prefix: '', first: 1, last: 21, digits: 4 });
  const { data: found } = useQuery({ queryKey: ['label-sheets'], queryFn: ({ signal }) => getSheets(signal) });
  const { data: products } = useQuery({ queryKey: ['products'], queryFn: ({ signal }) => listProducts(signal) });
  const print = useMutation({ mutationFn: printLabels, onSuccess: save });
  const thing = anchor.trim();
  const isThing = /\/\d{2,4}\/[^/]+/.test(thing);
  const options = (products ?? []).map(({ gtin, lot, name }) => ({
    value: productPath(gtin, lot),
    label: `${pickText(name, language) ?? gtin} · ${lot}`,
  }));
  const start = () =>
    print.mutate({ anchor: thing, kind, sheet, language: names, skip, ...(each === 'lot' ? { copies } : { serials }) });
  return (
    <Card title={t('print.title')}>
      <div className="label-form">
        <div className="stack">
          <Field label={t('print.anchor')} hint={t('print.anchorHint')}>
            <AutoComplete
              value={anchor}
              options={options}
              onChange={setAnchor}
              showSearch={{ filterOption: (text, option) => `${option?.label} ${option?.value}`.includes(text) }}
              placeholder="/01/09521102000114/10/…"
              data-testid="label-anchor"
            />
          </Field>
          <Field label={t('print.kind')}>
            <Segmented<CodeKind>
              value={kind}
              onChange={setKind}
              options={[
                { value: 'qr', label: t('print.qr') },
                { value: 'datamatrix', label: t('print.datamatrix') },
              ]}
            />
          </Field>
          <Field label={t('print.sheet')}>
            <Select
              value={sheet}
              onChange={setSheet}
              options={(found?.sheets ?? []).map(({ id, columns, rows, width, height }) => ({
                value: id,
                label: t('print.sheetName', { count: columns * rows, width, height }),
              }))}
            />
          </Field>
          <Field label={t('print.names')}>
            <Segmented<PrintRequest['language']>
              value={names}
              onChange={setNames}
              options={[
                { value: 'both', label: t('print.both') },
                { value: 'zh', label: '中文' },
                { value: 'en', label: 'English' },
              ]}
            />
          </Field>
          <Field label={t('print.each')}>
            <Segmented<'lot' | 'items'>
              value={each}
              onChange={setEach}
              options={[
                { value: 'lot', label: t('print.same') },
                { value: 'items', label: t('print.serials') },
              ]}
            />
          </Field>
          {each === 'lot' ? (
            <Field label={t('print.copies')}>
              <InputNumber min={1} max={2000} value={copies} onChange={(value) => setCopies(value ?? 1)} />
            </Field>
          ) : (
            <Space wrap>
              <Field label={t('print.prefix')}>
                <Input
                  value={serials.prefix}
                  maxLength={19}
                  onChange={({ target }) => setSerials({ ...serials, prefix: target.value })}
                />
              </Field>
              {(['first', 'last', 'digits'] as const).map((name) => (
                <Field key={name} label={t(`print.${name}`)}>
                  <InputNumber
                    min={name === 'digits' ? 1 : 0}
                    max={name === 'digits' ? 20 : Number.MAX_SAFE_INTEGER}
                    value={serials[name]}
                    onChange={(value) => setSerials({ ...serials, [name]: value ?? 1 })}
                  />
                </Field>
              ))}
            </Space>
          )}
          <Field label={t('print.skip')} hint={t('print.skipHint')}>
            <InputNumber min={0} max={100} value={skip} onChange={(value) => setSkip(value ?? 0)} />
          </Field>
          {print.error && <Problem error={print.error} />}
          <Space wrap>
            <Button
              type="primary"
              size="large"
              icon={<PrinterOutlined />}
              disabled={!isThing}
              loading={print.isPending}
              onClick={start}
              data-testid="print-labels"
            >
              {t('print.go')}
            </Button>
            {(['svg', 'png'] as const).map((format) => (
              <Button
                key={format}
                icon={<DownloadOutlined />}
                disabled={!isThing}
                href={codePath(thing, kind, format)}
                download={`code.${format}`}
              >
                {format.toUpperCase()}
              </Button>
            ))}
          </Space>
        </div>
        <figure className="label-preview">
          {isThing && <img src={codePath(thing, kind, 'svg')} alt={t('print.preview')} width={200} height={200} />}
          <figcaption className="muted">{t(kind === 'qr' ? 'print.qrText' : 'print.datamatrixText')}</figcaption>
        </figure>
      </div>
    </Card>
  );
}
