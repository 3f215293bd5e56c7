import { readReference, areaText } from "./model/area.ts";
import type { Workbook } from "./model/workbook.ts";
import type { Json, WireRequest } from "./wire.ts";

/** An event as it travels to the client. */
export type OfficeEvent = {
  readonly messageCategory: number;
  readonly messageType: number;
  readonly targetId: string;
  readonly message: string;
  readonly id: number;
};

const EVENT = 65_536;
const WORKSHEET_CHANGED = 10;
const ALL_SHEETS = "Workbook";

/** Which events the add-in has asked for, and where they are sent. */
export class EventRegistry {
  readonly #workbook: Workbook;
  #send: (entries: readonly OfficeEvent[]) => void = () => undefined;
  #nextId = 1;

  constructor(workbook: Workbook) {
    this.#workbook = workbook;
  }

  sendTo(send: (entries: readonly OfficeEvent[]) => void): void {
    this.#send = send;
  }

  /** Keeps the registrations of a request; the calls themselves are answered with nothing. */
  note({ Actions }: WireRequest): void {
    for (const { Name } of Actions) {
      if (/^_(?:Un)?[Rr]egister/.test(Name)) this.#workbook.registrations.push(Name);
    }
  }

  /** Writes as a user types, and raises the event that cells have changed. */
  userEdit(sheetName: string, address: string, values: readonly (readonly Json[])[]): void {
    const sheet = this.#workbook.sheet(sheetName);
    const area = readReference(address)?.area;
    if (area === undefined) throw new Error(`${address} is no address`);
    sheet.write(area, values);
    const message = JSON.stringify({
      address: areaText(area),
      changeType: "RangeEdited",
      source: "Local",
      triggerSource: "Unknown",
      shiftDirection: "None",
      worksheetId: sheet.id,
    });
    this.#send(
      [sheet.id, ALL_SHEETS].map((targetId) => ({
        messageCategory: EVENT,
        messageType: WORKSHEET_CHANGED,
        targetId,
        message,
        id: this.#nextId++,
      })),
    );
  }
}
