import { createRoot } from 'react-dom/client';
import { startTexts } from '../i18n/start.ts';
import { parseProductPath } from '../links/parseProductPath.ts';
import { ProductApp } from './ProductApp.tsx';

/** The page behind a product's code; in the built page Preact stands in for React, a tenth of its size. */
async function start(element: HTMLElement): Promise<void> {
  const path = parseProductPath(window.location.pathname) ?? { kind: 'invalid', reason: 'digits' };
  await startTexts(['consumer']);
  element.replaceChildren();
  createRoot(element).render(<ProductApp path={path} />);
}

const element = document.getElementById('root');
if (element !== null) {
  start(element).catch((error: unknown) => {
    console.error(error);
    element.innerHTML =
      '<div class="boot-failed"><h1>页面未能载入 · The page did not load</h1><p>请检查网络后刷新。Check your connection and reload.</p></div>';
  });
}
