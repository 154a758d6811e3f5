import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Alert, Button, Checkbox, Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../operator/Problem.tsx';
import { type VerifySource, verifyContract } from '../api/contracts.ts';

interface Fields {
  contractName: string;
  compiler: string;
  source: string;
  optimized: boolean;
  runs: number;
  evmVersion?: string;
}

/** Takes the source of a contract; what does not compile to the code on the chain is refused. */
export function VerifyForm({ address }: { address: string }) {
  const { t } = useTranslation('contracts');
  const client = useQueryClient();
  const params = useParams({ from: '/explorer/contracts/$address' });
  const verify = useMutation({
    mutationFn: ({ contractName, compiler, source, optimized, runs, evmVersion }: Fields) => {
      const given: VerifySource = { contractName, compiler, source, optimizer: { enabled: optimized, runs } };
      return verifyContract(address, evmVersion ? { ...given, evmVersion } : given);
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['explorer', 'contract', params.address] }),
  });
  const required = [{ required: true, message: t('required') }];
  return (
    <>
      <Alert type="info" showIcon className="in-card" title={t('notVerified')} description={t('notVerifiedText')} />
      <details className="raw verify-source">
        <summary>{t('verify')}</summary>
        <Form<Fields>
          layout="vertical"
          requiredMark={false}
          initialValues={{ optimized: true, runs: 200 }}
          onFinish={(fields) => verify.mutate(fields)}
        >
          <div className="form-row">
            <Form.Item name="contractName" label={t('contractName')} rules={required}>
              <Input spellCheck={false} placeholder="Token" />
            </Form.Item>
            <Form.Item name="compiler" label={t('compiler')} rules={required}>
              <Input spellCheck={false} placeholder="0.8.37" />
            </Form.Item>
            <Form.Item name="evmVersion" label={t('evmVersion')}>
              <Input spellCheck={false} placeholder="cancun" />
            </Form.Item>
            <Form.Item name="runs" label={t('runs')}>
              <InputNumber min={0} max={4_294_967_295} />
            </Form.Item>
          </div>
          <Form.Item name="optimized" valuePropName="checked">
            <Checkbox>{t('withOptimizer')}</Checkbox>
          </Form.Item>
          <Form.Item name="source" label={t('source')} rules={required}>
            <Input.TextArea rows={10} spellCheck={false} className="mono" />
          </Form.Item>
          {verify.error && <Problem error={verify.error} />}
          <Button type="primary" htmlType="submit" loading={verify.isPending}>
            {t('verify')}
          </Button>
        </Form>
      </details>
    </>
  );
}
