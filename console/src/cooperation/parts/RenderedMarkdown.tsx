import ReactMarkdown, { type Components } from 'react-markdown';

/** Headings of a text stand below those of the page. */
const below = (level: 3 | 4 | 5) => {
  const Tag = `h${level}` as const;
  return ({ children }: { children?: React.ReactNode }) => <Tag>{children}</Tag>;
};

const components: Components = {
  h1: below(3),
  h2: below(4),
  h3: below(5),
  // A link leads where its author wants; the page that it opens learns nothing of this one and cannot steer it.
  a: ({ href, children }) => (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow ugc">
      {children}
    </a>
  ),
  // Loading a picture from elsewhere would tell its host who reads.
  img: ({ src, alt }) => (
    <a href={typeof src === 'string' ? src : undefined} target="_blank" rel="noopener noreferrer nofollow ugc">
      {alt || src}
    </a>
  ),
};

/** Markdown as elements; HTML in it is shown as text, and addresses that are no web page or mail lead nowhere. */
export function RenderedMarkdown({ text }: { text: string }) {
  return <ReactMarkdown components={components}>{text}</ReactMarkdown>;
}
