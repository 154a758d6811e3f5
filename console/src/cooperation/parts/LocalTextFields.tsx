import { Form, Input, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { Markdown } from './Markdown.tsx';

interface LocalTextFieldsProps {
  /** Name in the form; its value is {zh, en}. */
  name: string | (string | number)[];
  /** Inside a list of fields, where `name` begins at the row: the whole path. */
  path?: (string | number)[];
  label: string;
  max: number;
  /** Lines of the field; one when left out. */
  rows?: number;
  /** Whether one of the two languages must be filled in. */
  required?: boolean;
  markdown?: boolean;
  hint?: string;
}

/** A text in Chinese, English or both; the reader's language first. */
export function LocalTextFields(props: LocalTextFieldsProps) {
  const { name, label, max, rows, required = false, markdown = false, hint } = props;
  const { t } = useTranslation('coop');
  const language = useLanguage();
  const own = typeof name === 'string' ? [name] : name;
  const path = props.path ?? own;
  const order = language === 'en' ? (['en', 'zh'] as const) : (['zh', 'en'] as const);
  const field = (tongue: 'zh' | 'en') => (
    <Form.Item
      key={tongue}
      name={[...own, tongue]}
      className="tongue"
      dependencies={[[...path, tongue === 'zh' ? 'en' : 'zh']]}
      rules={[
        { max, message: t('form.tooLong', { max }) },
        ({ getFieldValue }) => ({
          validator: async () => {
            const texts = order.map((one) => String(getFieldValue([...path, one]) ?? '').trim());
            if (required && texts.every((text) => text === '')) throw new Error(t('form.oneLanguage'));
          },
        }),
      ]}
    >
      {rows === undefined ? (
        <Input addonBefore={t(`form.${tongue}`)} aria-label={`${label} · ${t(`form.${tongue}`)}`} maxLength={max} />
      ) : (
        <Input.TextArea
          rows={rows}
          aria-label={`${label} · ${t(`form.${tongue}`)}`}
          maxLength={max}
          placeholder={t(`form.${tongue}`)}
        />
      )}
    </Form.Item>
  );
  return (
    <div className="local-fields">
      <div className="local-label">
        {label}
        {required && <span className="muted"> · {t('form.oneIsEnough')}</span>}
      </div>
      {hint && <p className="muted local-hint">{hint}</p>}
      {rows === undefined ? (
        order.map(field)
      ) : (
        <Tabs
          size="small"
          items={[
            ...order.map((tongue) => ({
              key: tongue,
              label: t(`form.${tongue}`),
              forceRender: true,
              children: field(tongue),
            })),
            ...(markdown ? [{ key: 'preview', label: t('form.preview'), children: <Preview path={path} /> }] : []),
          ]}
        />
      )}
      {markdown && <p className="muted local-hint">{t('form.markdown')}</p>}
    </div>
  );
}

function Preview({ path }: { path: (string | number)[] }) {
  const form = Form.useFormInstance();
  const { t } = useTranslation('coop');
  const value = Form.useWatch(path, form) as { zh?: string; en?: string } | undefined;
  const texts = [value?.zh, value?.en].filter((text): text is string => Boolean(text?.trim()));
  if (texts.length === 0) return <p className="muted">{t('form.nothingYet')}</p>;
  return (
    <div className="preview">
      {texts.map((text) => (
        <Markdown key={text} text={text} />
      ))}
    </div>
  );
}
