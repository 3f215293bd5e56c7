/** How often a call is made again that did not arrive. */
const TRIES = 3;

/** Asks again where a call did not arrive: from where the run stands, not from its beginning. */
export async function again<T>(call: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await call();
    } catch (error) {
      if (attempt === TRIES) throw error;
    }
  }
}
