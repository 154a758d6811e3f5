import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { HashedFile } from './claimValues.ts';
import { HashField } from './HashField.tsx';

const most = 20;

/** What a claim names as its evidence: pages, statements of the evidence log, and files by their digests. */
export function EvidenceFields() {
  const { t } = useTranslation(['achievements', 'coop']);
  const label = (name: number) => (
    <Form.Item name={[name, 'label']} className="evidence-label">
      <Input maxLength={200} placeholder={t('evidenceLabel')} aria-label={t('evidenceLabel')} />
    </Form.Item>
  );
  return (
    <fieldset className="evidence">
      <legend>{t('evidence')}</legend>
      <p className="muted">{t('evidenceHint')}</p>
      <Rows name="urls" add={t('addUrl')}>
        {(name) => (
          <>
            <Form.Item
              name={[name, 'url']}
              className="evidence-main"
              rules={[{ required: true, pattern: /^\s*https?:\/\/\S+\s*$/i, message: t('coop:form.badUrl') }]}
            >
              <Input type="url" maxLength={1000} placeholder="https://" aria-label={t('url')} spellCheck={false} />
            </Form.Item>
            {label(name)}
          </>
        )}
      </Rows>
      <Rows name="statements" add={t('addStatement')}>
        {(name) => (
          <>
            <Form.Item
              name={[name, 'statementId']}
              className="evidence-main"
              rules={[
                {
                  required: true,
                  pattern: /^\s*[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\s*$/i,
                  message: t('badStatement'),
                },
              ]}
            >
              <Input
                maxLength={60}
                placeholder="0190d7f2-…"
                aria-label={t('statementId')}
                spellCheck={false}
                className="mono"
              />
            </Form.Item>
            {label(name)}
          </>
        )}
      </Rows>
      <Files />
    </fieldset>
  );
}

interface RowsProps {
  name: 'urls' | 'statements';
  add: string;
  children: (name: number) => ReactNode;
}

function Rows({ name, add, children }: RowsProps) {
  const { t } = useTranslation('achievements');
  return (
    <Form.List name={name}>
      {(fields, { add: append, remove }) => (
        <>
          {fields.map((field) => (
            <div key={field.key} className="evidence-row">
              {children(field.name)}
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={t('removeRow')}
                onClick={() => remove(field.name)}
              />
            </div>
          ))}
          <Button
            size="small"
            type="dashed"
            icon={<PlusOutlined />}
            disabled={fields.length >= most}
            onClick={() => append({})}
            className="evidence-add"
            data-testid={`add-${name}`}
          >
            {add}
          </Button>
        </>
      )}
    </Form.List>
  );
}

function Files() {
  const { t } = useTranslation('achievements');
  const form = Form.useFormInstance();
  const files = (Form.useWatch('files', { form, preserve: true }) ?? []) as HashedFile[];
  const set = (next: HashedFile[]) => form.setFieldValue('files', next);
  return (
    <>
      <Form.Item name="files" hidden>
        <Input />
      </Form.Item>
      {files.map((file) => (
        <HashField
          key={file.digest}
          value={file}
          onChange={() => set(files.filter(({ digest }) => digest !== file.digest))}
          choose={t('addFile')}
          testId="evidence-file-known"
        />
      ))}
      <HashField
        value={null}
        onChange={(file) => file && set([...files.filter(({ digest }) => digest !== file.digest), file].slice(0, most))}
        choose={t('addFile')}
        testId="evidence-file"
      />
    </>
  );
}
