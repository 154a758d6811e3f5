import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { AutoComplete, Button, Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCropName } from './parts.tsx';

const crops = ['kiwifruit', 'stem-mustard', 'tea', 'rice', 'citrus', 'rapeseed', 'sichuan-pepper', 'chilli', 'potato'];

function CropField({ name }: { name: (string | number)[] }) {
  const { t } = useTranslation('inspector');
  const cropName = useCropName();
  return (
    <Form.Item name={name} noStyle>
      <AutoComplete
        className="crop"
        placeholder={t('balance.crop')}
        options={crops.map((value) => ({ value, label: cropName(value) }))}
      />
    </Form.Item>
  );
}

/** Plots and works that a certificate covers, with crop and area. */
export function SiteFields() {
  const { t } = useTranslation('inspector');
  return (
    <Form.Item label={t('issue.sites')} extra={t('issue.sitesHint')}>
      <Form.List name="sites">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} className="inspector-scope">
                <Form.Item name={[name, 'place']} noStyle rules={[{ required: true, message: t('issue.required') }]}>
                  <Input placeholder="https://id.gs1.org/414/…" maxLength={200} />
                </Form.Item>
                <CropField name={[name, 'crop']} />
                <Form.Item name={[name, 'areaHectares']} noStyle>
                  <InputNumber min={0.0001} max={1_000_000} placeholder={t('balance.hectares')} />
                </Form.Item>
                <Button aria-label={t('remove')} icon={<DeleteOutlined />} onClick={() => remove(name)} />
              </div>
            ))}
            <Button icon={<PlusOutlined />} onClick={() => add({})}>
              {t('issue.addSite')}
            </Button>
          </>
        )}
      </Form.List>
    </Form.Item>
  );
}

/** Trade items that a certificate covers. */
export function ProductFields() {
  const { t } = useTranslation('inspector');
  return (
    <Form.Item label={t('issue.products')} extra={t('issue.productsHint')}>
      <Form.List name="products">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} className="inspector-scope">
                <Form.Item name={[name, 'item']} noStyle rules={[{ required: true, message: t('issue.required') }]}>
                  <Input placeholder="https://id.gs1.org/01/…" maxLength={200} />
                </Form.Item>
                <CropField name={[name, 'crop']} />
                <Button aria-label={t('remove')} icon={<DeleteOutlined />} onClick={() => remove(name)} />
              </div>
            ))}
            <Button icon={<PlusOutlined />} onClick={() => add({})}>
              {t('issue.addProduct')}
            </Button>
          </>
        )}
      </Form.List>
    </Form.Item>
  );
}
