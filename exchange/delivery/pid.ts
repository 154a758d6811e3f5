/** The id of a process on the wire. */
export const pidOf = (id: string): string => `urn:uuid:${id}`;
