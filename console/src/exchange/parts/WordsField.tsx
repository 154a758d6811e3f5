import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/useLanguage.ts';

type Path = (string | number)[];

interface WordsFieldProps {
  /** Name in the form, below a list's row when there is one; its value is {zh, en}. */
  name: Path;
  /** The whole path, when it is in a list. */
  path?: Path;
  label: string;
  max: number;
  rows?: number;
  required?: boolean;
  hint?: string;
}

/** A text in Chinese, English or both, the reader's language first. */
export function WordsField({ name, path = name, label, max, rows = 1, required = false, hint }: WordsFieldProps) {
  const { t } = useTranslation('exchange');
  const language = useLanguage();
  const form = Form.useFormInstance();
  const order = language === 'en' ? (['en', 'zh'] as const) : (['zh', 'en'] as const);
  const check = () => {
    const { zh = '', en = '' } = (form.getFieldValue(path) ?? {}) as { zh?: string; en?: string };
    return zh.trim() || en.trim() ? Promise.resolve() : Promise.reject(new Error(t('form.oneLanguage')));
  };
  return (
    <Form.Item label={label} {...(hint ? { extra: hint } : {})} className="x-words">
      <div className="x-words-fields">
        {order.map((tag, index) => (
          <Form.Item
            key={tag}
            name={[...name, tag]}
            noStyle={false}
            dependencies={[[...path, tag === 'zh' ? 'en' : 'zh']]}
            rules={required && index === 0 ? [{ validator: check }] : []}
          >
            {rows === 1 ? (
              <Input maxLength={max} placeholder={t(`form.${tag}`)} aria-label={`${label} (${t(`form.${tag}`)})`} />
            ) : (
              <Input.TextArea
                autoSize={{ minRows: rows, maxRows: 12 }}
                maxLength={max}
                placeholder={t(`form.${tag}`)}
                aria-label={`${label} (${t(`form.${tag}`)})`}
              />
            )}
          </Form.Item>
        ))}
      </div>
    </Form.Item>
  );
}
