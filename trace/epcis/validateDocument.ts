import { type Issue, maxIssues } from './issue.ts';
import { type OpenDocumentOptions, openDocument } from './openDocument.ts';
import { validateEvent } from './validate.ts';

/** Everything wrong with an EPCISDocument or EPCISQueryDocument, at most 100 issues; empty when it can be captured. */
export function validateDocument(document: unknown, options: OpenDocumentOptions = {}): Issue[] {
  const opened = openDocument(document, options);
  if (Array.isArray(opened)) return opened;
  const issues: Issue[] = [];
  for (const [index, event] of opened.events.entries()) {
    issues.push(...validateEvent(event, `${opened.pointer}/${index}`, opened.setting));
    if (issues.length >= maxIssues) break;
  }
  return issues.slice(0, maxIssues);
}
