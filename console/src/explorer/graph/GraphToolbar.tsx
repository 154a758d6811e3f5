import {
  CaretRightOutlined,
  ExpandOutlined,
  MinusOutlined,
  PauseOutlined,
  PlusOutlined,
  StepBackwardOutlined,
  VerticalLeftOutlined,
} from '@ant-design/icons';
import { Button, Space, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../format/formatNumber.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import type { useGraphView } from './useGraphView.ts';

interface GraphToolbarProps {
  graph: ReturnType<typeof useGraphView>;
  isLive: boolean;
  onEarlier: () => void;
  loadingEarlier: boolean;
}

/** What can be done with the picture, and how much it holds. */
export function GraphToolbar({ graph, isLive, onEarlier, loadingEarlier }: GraphToolbarProps) {
  const { t } = useTranslation('treeGraph');
  const language = useLanguage();
  const { status } = graph;
  const button = (name: 'zoomIn' | 'zoomOut' | 'fit', icon: React.ReactNode, onClick: () => void) => (
    <Tooltip title={t(name)}>
      <Button icon={icon} aria-label={t(name)} onClick={onClick} />
    </Tooltip>
  );
  return (
    <div className="graph-toolbar">
      <Space wrap>
        {isLive && (
          <>
            <Button
              icon={status.paused ? <CaretRightOutlined /> : <PauseOutlined />}
              onClick={() => graph.setPaused(!status.paused)}
              data-testid="graph-pause"
            >
              {status.paused ? t('resume') : t('pause')}
            </Button>
            <Button
              type={status.following ? 'primary' : 'default'}
              icon={<VerticalLeftOutlined />}
              aria-pressed={status.following}
              onClick={() => graph.view()?.follow()}
            >
              {t('follow')}
            </Button>
          </>
        )}
        <Button
          icon={<StepBackwardOutlined />}
          loading={loadingEarlier}
          disabled={status.loaded === 0}
          onClick={onEarlier}
          data-testid="graph-earlier"
        >
          {t('earlier')}
        </Button>
        {button('zoomOut', <MinusOutlined />, () => graph.view()?.zoom(0.75))}
        {button('zoomIn', <PlusOutlined />, () => graph.view()?.zoom(1.333))}
        {button('fit', <ExpandOutlined />, () => graph.view()?.fit())}
      </Space>
      <p className="muted" role="status">
        {status.paused && status.waiting > 0
          ? t('held', { count: status.waiting })
          : t('counts', {
              blocks: formatNumber(status.loaded, language),
              epochs: formatNumber(status.epochs, language),
              reorganisations: formatNumber(status.reorganisations, language),
            })}
      </p>
    </div>
  );
}
