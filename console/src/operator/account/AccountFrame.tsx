import './account.css';
import { Card } from 'antd';
import type { ReactNode } from 'react';
import { Logo } from '../../brand/Logo.tsx';
import { PageHead } from '../PageHead.tsx';

/** The narrow page of a form that lets somebody in. */
export function AccountFrame({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  return (
    <Card className="account">
      <Logo size={48} />
      <PageHead title={title} lead={lead} />
      {children}
    </Card>
  );
}
