import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startTexts } from './i18n/start.ts';

/** Opens the console. The page behind a product's code is one of its own, product.html. */
async function start(element: HTMLElement): Promise<void> {
  const root = createRoot(element);
  const [{ OperatorApp }] = await Promise.all([
    import('./operator/OperatorApp.tsx'),
    startTexts(['consumer', 'operator']),
  ]);
  root.render(
    <StrictMode>
      <OperatorApp />
    </StrictMode>,
  );
}

const element = document.getElementById('root');
if (element !== null) {
  start(element).catch((error: unknown) => {
    console.error(error);
    element.innerHTML =
      '<div class="boot-failed"><h1>页面未能载入 · The page did not load</h1><p>请检查网络后刷新。Check your connection and reload.</p></div>';
  });
}
