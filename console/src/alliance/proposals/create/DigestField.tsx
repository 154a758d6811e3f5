import { UploadOutlined } from '@ant-design/icons';
import { Button, Form, Input, Upload } from 'antd';
import { useTranslation } from 'react-i18next';
import { hashBlob } from '../../../notarize/hashBlob.ts';

/** The SHA-256 of a document: typed, or made of a file that stays in this browser. */
export function DigestField() {
  const { t } = useTranslation('governance');
  const form = Form.useFormInstance();
  return (
    <Form.Item label={t('create.digest')} extra={t('create.digestHint')}>
      <Form.Item
        name="digest"
        noStyle
        rules={[
          { required: true, message: t('required') },
          { pattern: /^[0-9a-fA-F]{64}$/, message: t('create.noDigest') },
        ]}
      >
        <Input className="mono" spellCheck={false} maxLength={64} aria-label={t('create.digest')} />
      </Form.Item>
      <Upload
        showUploadList={false}
        beforeUpload={async (file) => {
          form.setFieldValue('digest', await hashBlob(file));
          return Upload.LIST_IGNORE;
        }}
      >
        <Button icon={<UploadOutlined />}>{t('create.digestFile')}</Button>
      </Upload>
    </Form.Item>
  );
}
