/** The name that a misspelled one is most like: at most two letters off; undefined if none is. */
export function nearestName(spelled: string, names: readonly string[]): string | undefined {
  let nearest: string | undefined;
  let least = 3;
  for (const name of names) {
    if (Math.abs(name.length - spelled.length) >= least) continue;
    const distance = lettersOff(spelled, name);
    if (distance < least) {
      least = distance;
      nearest = name;
    }
  }
  return nearest;
}

/** Insertions, deletions and changes of a letter that turn one word into the other. */
function lettersOff(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const changed = a[row - 1] === b[column - 1] ? 0 : 1;
      current.push(
        Math.min(
          (previous[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (previous[column - 1] ?? 0) + changed,
        ),
      );
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
