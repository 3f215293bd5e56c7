/** An object of an Apps Script service as the emulator holds it: its published class and its state. */
export class ServiceObject {
  readonly type: string;
  readonly state: unknown;
  /** Values that a script has set on the object itself; only HTML templates take any. */
  fields: Readonly<Record<string, unknown>> = {};

  constructor(type: string, state: unknown) {
    this.type = type;
    this.state = state;
  }
}

/** A member of a published enum, such as `SOLID` of `Spreadsheet.BorderStyle`; one object for each. */
export class EnumMember {
  readonly enumName: string;
  readonly name: string;

  constructor(enumName: string, name: string) {
    this.enumName = enumName;
    this.name = name;
  }
}

/** The one object of an enum's member. */
export function enumMember(enumName: string, name: string): EnumMember {
  const key = `${enumName}.${name}`;
  const found = members.get(key) ?? new EnumMember(enumName, name);
  members.set(key, found);
  return found;
}

const members = new Map<string, EnumMember>();

/**
 * The written methods of one class, by published name. The first parameter is the object's state;
 * the others have been checked against the typings, with service objects replaced by their states.
 * A method that returns nothing where the typings say that it returns its own class returns the
 * object that it was called on.
 */
export type Methods<State> = Readonly<Record<string, (state: State, ...args: never[]) => unknown>>;

/** An exception that the script sees and may catch, as an Apps Script service throws it. */
export class ServiceException extends Error {}

/**
 * Something that the emulator cannot answer for: a documented method that is not written, a call
 * whose outcome is not documented, a scope that the manifest does not ask for. The run fails even
 * where the script catches it.
 */
export class Fault extends Error {}

/** Every class's written methods, filled by the files of `services/`. */
export const implementations = new Map<string, Methods<never>>();

/** Registers the written methods of a class. */
export function implement<State>(type: string, methods: Methods<State>): void {
  implementations.set(type, { ...implementations.get(type), ...methods });
}
