/** Whether this page opens without a network: yes, not yet, or never at this address. */
export type WorkerState = 'ready' | 'preparing' | 'impossible';

/** Browsers give service workers to https and to this machine only. */
const isPossible = () => 'serviceWorker' in navigator && window.isSecureContext;

/** Lets the page open without a network; not on a development server, since the build makes the worker's list of files. */
export function installWorker(): void {
  if (import.meta.hot || !isPossible()) return;
  navigator.serviceWorker.register('/field-sw.js', { scope: '/field' }).catch((error: unknown) => {
    console.error('the page is not kept for use without a network', error);
  });
}

/** Tells the state now and when the worker is there. */
export function watchWorker(onState: (state: WorkerState) => void): void {
  if (!isPossible()) {
    onState('impossible');
    return;
  }
  onState('preparing');
  navigator.serviceWorker.ready.then(() => onState('ready')).catch(() => onState('impossible'));
}
