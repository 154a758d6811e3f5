import { createRootRoute } from '@tanstack/react-router';
import { NotFound } from './Fallbacks.tsx';
import { Frame } from './Frame.tsx';

/** Above all pages. */
export const root = createRootRoute({ component: Frame, notFoundComponent: NotFound });
