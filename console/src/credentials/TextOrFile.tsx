import { InboxOutlined } from '@ant-design/icons';
import { App, Input, Upload } from 'antd';
import { useTranslation } from 'react-i18next';

const mostBytes = 256 * 1024;

/** A text that is pasted, or read from a file; `value` and `onChange` come from the form. */
export function TextOrFile({ value, onChange }: { value?: string; onChange?: (text: string) => void }) {
  const { t } = useTranslation('credentials');
  const { message } = App.useApp();
  return (
    <div className="stack presentation-text">
      <Upload.Dragger
        showUploadList={false}
        beforeUpload={async (file) => {
          if (file.size > mostBytes) void message.error(t('verify.too'));
          else onChange?.((await file.text()).trim());
          return false;
        }}
      >
        <InboxOutlined /> {t('verify.drop')}
      </Upload.Dragger>
      <Input.TextArea
        rows={7}
        value={value ?? ''}
        spellCheck={false}
        aria-label={t('verify.text')}
        data-testid="credential-text"
        onChange={(event) => onChange?.(event.target.value)}
      />
    </div>
  );
}
