import type { ReactNode } from 'react';

/** A number or word with its name. */
export function Figure({ name, children, big = false }: { name: string; children: ReactNode; big?: boolean }) {
  return (
    <div className={big ? 'figure figure-big' : 'figure'}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
