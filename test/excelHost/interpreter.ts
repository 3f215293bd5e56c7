import { memberName, parted, wireName } from "./memberNames.ts";
import { References } from "./references.ts";
import { HostCollection, HostError, HostObject, notModelled, textOf } from "./hostObject.ts";
import type { HostArgument, HostValue } from "./hostObject.ts";
import type {
  Json,
  WireAction,
  WireArguments,
  WireError,
  WirePath,
  WireQuery,
  WireRequest,
  WireResponse,
} from "./wire.ts";

/** The objects that a client can name without another object. */
export type Roots = {
  readonly workbook: HostObject;
  /** Services by name, such as `Microsoft.ExcelServices.CustomFunctions`. */
  readonly services: ReadonlyMap<string, HostObject>;
};

/** Answers batches against a workbook; it keeps the client's references between batches. */
export type Interpreter = {
  /**
   * Does the steps in order up to the first that fails; what was done until then stays done, as in
   * Excel. `stopBefore` makes the step of that number fail with the error given.
   */
  readonly answer: (request: WireRequest, stopBefore?: PlannedStop) => WireResponse;
};

/** A failure that a test wants at a step of a batch. */
export type PlannedStop = { readonly action: number; readonly error: HostError };

/** Makes an interpreter for a workbook. */
export function interpreter(roots: Roots): Interpreter {
  const references = new References();
  return {
    answer: (request, stopBefore) => {
      const batch = new Batch(roots, references, request);
      const results: { ActionId: number; Value: Json }[] = [];
      const traceIds: number[] = [];
      for (const [index, action] of request.Actions.entries()) {
        try {
          if (stopBefore?.action === index) throw stopBefore.error;
          const value = batch.perform(action);
          if (action.ActionType === TRACE) traceIds.push(action.Id);
          if (value !== undefined) results.push({ ActionId: action.Id, Value: value });
        } catch (error) {
          if (!(error instanceof HostError)) throw error;
          return { Results: results, TraceIds: traceIds, Error: wireError(error, batch, index) };
        }
      }
      return { Results: results, TraceIds: traceIds };
    },
  };
}

const TRACE = 5;

/** One request while it is answered: each path is evaluated once, when it is first used. */
class Batch {
  readonly #roots: Roots;
  readonly #references: References;
  readonly #request: WireRequest;
  readonly #objects = new Map<number, HostObject | null>();

  constructor(roots: Roots, references: References, request: WireRequest) {
    this.#roots = roots;
    this.#references = references;
    this.#request = request;
  }

  /** The answer of a step; undefined for a step without one. */
  perform(action: WireAction): Json | undefined {
    // The client adds handlers of events when it sees the answer to the mark beside them.
    if (action.ActionType === TRACE) return null;
    const object = this.#object(action.ObjectPathId);
    // As in Excel, what is asked of a null object is not done, and is no error.
    return object === null ? null : this.#performOn(object, action);
  }

  /** The step of that number. */
  actionAt(index: number): WireAction | undefined {
    return this.#request.Actions[index];
  }

  /** Such as `Worksheet.name`, for the error's location. */
  locate(action: WireAction | undefined): string {
    if (action === undefined) return "";
    const path = this.#request.ObjectPaths[String(action.ObjectPathId)];
    const object = this.#objects.get(action.ObjectPathId);
    const owner = object?.typeName ?? path?.Name ?? "";
    return action.Name === "" ? owner : `${owner}.${memberName(action.Name)}`;
  }

  #performOn(object: HostObject, action: WireAction): Json | undefined {
    switch (action.ActionType) {
      case 1:
        return this.#identity(object);
      case 2:
        return this.#read(object, action.QueryInfo ?? {});
      case 3:
        return this.#call(object, action);
      case 4: {
        const [value = null] = this.#arguments(action.ArgumentInfo);
        object.writeMember(memberName(action.Name), value);
        return undefined;
      }
      case 9:
        for (const [name, value] of Object.entries(action.ObjectState ?? {})) {
          object.writeMember(memberName(name), value);
        }
        return undefined;
      default:
        throw notModelled(`actions of type ${action.ActionType}`);
    }
  }

  #call(object: HostObject, action: WireAction): Json | undefined {
    const name = memberName(action.Name);
    const values = this.#arguments(action.ArgumentInfo);
    // The host raises events whether they are asked for or not; the client sorts them out.
    if (/^_(?:Un)?[Rr]egister/.test(name)) return undefined;
    if (name === "_KeepReference") {
      this.#references.keep(object);
      return undefined;
    }
    if (name === "_RemoveReference") {
      this.#references.remove(textOf(values[0]));
      return undefined;
    }
    if (name === "_RemoveAllReferences") {
      this.#references.removeAll();
      return undefined;
    }
    return this.#toJson(object.callMember(name, values));
  }

  #object(id: number): HostObject | null {
    const known = this.#objects.get(id);
    if (known !== undefined) return known;
    const path = this.#request.ObjectPaths[String(id)];
    if (path === undefined) throw new HostError("InvalidObjectPath", `There is no path ${id}.`);
    const object = this.#evaluate(path);
    this.#objects.set(id, object);
    return object;
  }

  #evaluate(path: WirePath): HostObject | null {
    switch (path.ObjectPathType) {
      case 1:
        return this.#roots.workbook;
      case 2:
        return this.#service(path.Name);
      case 6:
        return this.#references.find(path.Name);
      case 7:
        return null;
      default:
        return this.#member(path);
    }
  }

  #service(name: string): HostObject {
    const service = this.#roots.services.get(name);
    if (service === undefined) throw notModelled(`the service ${name}`);
    return service;
  }

  #member(path: WirePath): HostObject | null {
    const parent = this.#object(path.ParentObjectPathId ?? 0);
    if (parent === null) return null;
    const name = memberName(path.Name);
    const member =
      path.ObjectPathType === 3
        ? parent.callMember(name, this.#arguments(path.ArgumentInfo))
        : path.ObjectPathType === 4
          ? parent.readMember(name)
          : parent.callMember("getItem", this.#arguments(path.ArgumentInfo));
    if (member === null || member instanceof HostObject) return member;
    throw notModelled(`${parent.typeName}.${name} as an object`);
  }

  #arguments(given: WireArguments | undefined): readonly HostArgument[] {
    const paths = given?.ReferencedObjectPathIds ?? [];
    return (given?.Arguments ?? []).map((value, index) => {
      const path = paths[index] ?? 0;
      if (path !== 0) return this.#object(path) ?? undefined;
      return value === null ? undefined : (this.#resolve(value) as HostArgument);
    });
  }

  /** An argument may hold objects deep inside; only small ones, so big matrices are not walked. */
  #resolve(value: Json): unknown {
    if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
    const record = value as Readonly<Record<string, Json>>;
    if (typeof record["_ObjectPathId"] === "number") return this.#object(record["_ObjectPathId"]);
    return Object.fromEntries(
      Object.entries(record).map(([name, one]) => [name, this.#resolve(one)]),
    );
  }

  #identity(object: HostObject): Record<string, Json> {
    const reference = this.#references.idOf(object);
    const key = object.hostKey();
    return {
      ...(key === undefined ? {} : { Id: key, _Id: key }),
      ...(reference === undefined ? {} : { _ReferenceId: reference }),
    };
  }

  #read(object: HostObject, query: WireQuery): Json {
    if (!(object instanceof HostCollection)) return this.#readOne(object, query);
    const skip = query.Skip ?? 0;
    const wanted = query.Select ?? [];
    const own = Object.fromEntries(
      wanted
        .filter((name) => name === "count")
        .map((name) => [wireName(name), object.readMember(name) as Json]),
    );
    const items = object.hostItems().slice(skip, skip + (query.Top ?? Infinity));
    const rest = { ...query, Select: wanted.filter((name) => name !== "count") };
    return { ...own, _Items: items.map((item) => this.#readOne(item as HostObject, rest)) };
  }

  #readOne(object: HostObject, { Select = [], Expand = [] }: WireQuery): Json {
    const result: Record<string, Json> = this.#identity(object);
    const names = Select.length === 0 || Select.includes("*") ? object.plainMembers() : [];
    for (const name of names) {
      const value = object.readMember(name);
      if (!(value instanceof HostObject)) result[wireName(name)] = value ?? null;
    }
    for (const [name, below] of parted([...Select.filter((one) => one !== "*"), ...Expand])) {
      const value = object.readMember(name);
      result[wireName(name)] =
        value instanceof HostObject ? this.#read(value, { Select: below }) : (value ?? null);
    }
    return result;
  }

  #toJson(value: HostValue): Json | undefined {
    return value instanceof HostObject ? this.#identity(value) : value;
  }
}

function wireError(error: HostError, batch: Batch, index: number): WireError {
  return {
    Code: error.code,
    Message: error.message,
    Location: batch.locate(batch.actionAt(index)),
    ActionIndex: index,
    HttpStatusCode: error.code === "ItemNotFound" ? 404 : 400,
  };
}
