import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/useLanguage.ts';
import { templates, templateUrl } from './api.ts';

/** The templates to download, each as workbook and as CSV. */
export function TemplateList() {
  const { t } = useTranslation('imports');
  const language = useLanguage();
  return (
    <>
      <p className="muted">{t('templates.lead')}</p>
      <ul className="template-list">
        {templates.map((template) => (
          <li key={template}>
            <div>
              <b>{t(`template.${template}`)}</b>
              <p className="muted">{t(`templateHint.${template}`)}</p>
            </div>
            <div className="template-files">
              {(['xlsx', 'csv'] as const).map((format) => (
                <Button
                  key={format}
                  icon={<DownloadOutlined />}
                  href={templateUrl(template, format, language)}
                  download
                  data-testid={`template-${template}-${format}`}
                >
                  {t(`format.${format}`)}
                </Button>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
