import '../notarize/notarize.css';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card, Select, Space, Spin } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../format/formatNumber.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { DropZone } from '../notarize/DropZone.tsx';
import { Problem } from '../operator/Problem.tsx';
import { confirmFile, previewFile, type Template, templates } from './api.ts';
import { PreviewTable } from './PreviewTable.tsx';

/** Takes a file, shows what it would import with every mistake at its cell, and imports it when there is none. */
export function UploadCard() {
  const { t } = useTranslation('imports');
  const language = useLanguage();
  const client = useQueryClient();
  const [template, setTemplate] = useState<Template>();
  const [file, setFile] = useState<File>();
  const look = useMutation({ mutationFn: previewFile });
  const confirm = useMutation({
    mutationFn: confirmFile,
    onSuccess: () => client.invalidateQueries({ queryKey: ['imports'] }),
  });
  const open = (chosen: File | undefined, as: Template | undefined) => {
    setFile(chosen);
    confirm.reset();
    if (chosen) look.mutate({ file: chosen, template: as });
    else look.reset();
  };
  const number = (value: number) => formatNumber(value, language);
  const preview = look.data;
  return (
    <Card title={t('upload.title')}>
      <div className="stack">
        <div className="template-choice">
          <span>{t('upload.template')}</span>
          <Select<Template | 'auto'>
            value={template ?? 'auto'}
            aria-label={t('upload.template')}
            options={[
              { value: 'auto', label: t('upload.auto') },
              ...templates.map((value) => ({ value, label: t(`template.${value}`) })),
            ]}
            onChange={(value) => {
              const chosen = value === 'auto' ? undefined : value;
              setTemplate(chosen);
              if (file) open(file, chosen);
            }}
          />
        </div>
        <DropZone
          title={t('upload.drop')}
          hint={t('upload.hint')}
          multiple={false}
          onFiles={([first]) => first && open(first, template)}
        />
        {look.isPending && <Spin description={t('upload.reading')} />}
        {look.error && <Problem error={look.error} />}
        {preview && file && (
          <>
            <p role="status" data-testid="import-summary">
              <b>{file.name}</b> ·{' '}
              {t('upload.summary', {
                template: t(`template.${preview.template}`),
                encoding: preview.encoding.toUpperCase(),
                rows: number(preview.rows.length),
                events: number(preview.events),
              })}
            </p>
            {preview.problemCount > 0 ? (
              <Alert
                type="error"
                showIcon
                title={t('upload.problems', { count: preview.problemCount, number: number(preview.problemCount) })}
                description={t('upload.problemsHint')}
              />
            ) : (
              preview.known > 0 &&
              !confirm.data && (
                <Alert type="warning" showIcon title={t('upload.known', { number: number(preview.known) })} />
              )
            )}
            <PreviewTable key={preview.digest} preview={preview} />
            {confirm.error && <Problem error={confirm.error} />}
            {confirm.data ? (
              <Alert
                type="success"
                showIcon
                data-testid="import-done"
                title={t('upload.done', {
                  events: number(confirm.data.events),
                  repeated: number(confirm.data.repeated),
                })}
                action={<Button onClick={() => open(undefined, undefined)}>{t('upload.next')}</Button>}
              />
            ) : (
              <Space wrap>
                <Button
                  type="primary"
                  size="large"
                  disabled={preview.problemCount > 0}
                  loading={confirm.isPending}
                  data-testid="confirm-import"
                  onClick={() => confirm.mutate({ file, template, digest: preview.digest })}
                >
                  {t('upload.confirm', { number: number(preview.events - preview.known) })}
                </Button>
                <Button size="large" onClick={() => open(undefined, undefined)}>
                  {t('upload.cancel')}
                </Button>
              </Space>
            )}
          </>
        )}
      </div>
    </Card>
  );
}
