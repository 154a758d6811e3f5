/** Thrown inside an SQL transaction to undo it, because somebody else changed a row meanwhile. */
class Conflict extends Error {}

/** Undoes the SQL transaction that it is called in. */
export function giveUp(): never {
  throw new Conflict('another process changed the rows');
}

/** Runs an SQL transaction; null when it gave up. */
export async function unlessConflict<T>(running: Promise<T>): Promise<T | null> {
  try {
    return await running;
  } catch (error) {
    if (error instanceof Conflict) return null;
    throw error;
  }
}
