/**
 * Does work for the latest value only: while it is being done, later values wait, and of those the
 * last is done next. What goes wrong is told.
 */
export function latestOnly<V>(
  work: (value: V) => Promise<void>,
  onFailure: (error: unknown) => void,
): (value: V) => Promise<void> {
  let waiting: { readonly value: V } | undefined;
  let going: Promise<void> | undefined;
  const goOn = async (): Promise<void> => {
    while (waiting !== undefined) {
      const { value } = waiting;
      waiting = undefined;
      try {
        await work(value);
      } catch (error) {
        onFailure(error);
      }
    }
    going = undefined;
  };
  return (value) => {
    waiting = { value };
    going ??= goOn();
    return going;
  };
}
