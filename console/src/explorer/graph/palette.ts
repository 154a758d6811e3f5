/** The colours of the picture; the text on them has a contrast of at least 4.5. */
export const palette = {
  background: '#f6f8f6',
  band: '#edf3f0',
  bandLine: '#d9e3de',
  label: '#56625f',
  pivotEdge: '#0c655f',
  parentEdge: '#5f817b',
  refereeEdge: '#b4552d',
  pivot: '#0c655f',
  pivotText: '#ffffff',
  other: '#ffffff',
  otherLine: '#b4552d',
  otherText: '#7d3413',
  selected: '#e0913f',
  past: '#1668b8',
  future: '#8a5a00',
};
