/** A code of GB/T 2260 or its lower levels: 2, 4, 6, 9 or 12 digits. */
export const regionCode = /^\s*[1-9]\d(?:\d{2}(?:\d{2}(?:\d{3}(?:\d{3})?)?)?)?\s*$/;
