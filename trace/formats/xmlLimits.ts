/** How much XML is read before the document is refused. */
export interface XmlLimits {
  /** Characters of the text. */
  characters: number;
  /** Levels of elements within each other. */
  depth: number;
  /** Elements and attributes together. */
  nodes: number;
  /** Different namespaces. */
  namespaces: number;
}

/** Enough for a document of the largest size that capture takes, and far less than what exhausts the process. */
export const usualXmlLimits: XmlLimits = { characters: 16 * 1024 * 1024, depth: 64, nodes: 500_000, namespaces: 200 };
