import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { CommandLine } from './CommandLine.tsx';

/** How a member joins with a node of its own. */
export function JoinCard() {
  const { t } = useTranslation('nodes');
  const url = window.location.origin;
  return (
    <Card title={t('join')}>
      <p className="muted">{t('joinLead')}</p>
      <ol className="join-steps">
        <li>
          {t('joinKey')}
          <CommandLine text="npx xiangyu node key --data ./node" />
          <CommandLine text={`npx xiangyu alliance node-keys --folder ./key --node ./node --url ${url}`} />
        </li>
        <li>
          {t('joinBundle')}
          <CommandLine text={`npx xiangyu network bundle --url ${url} --key-file node.key --out bundle.json`} />
        </li>
        <li>
          {t('joinStart')}
          <CommandLine text="npx xiangyu node join bundle.json --data ./node --key-file node.key" />
        </li>
      </ol>
      <p className="muted">{t('joinMore')}</p>
    </Card>
  );
}
