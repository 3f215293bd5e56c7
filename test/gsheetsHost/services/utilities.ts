import { createHash, randomUUID } from "node:crypto";
import { serialOfDay, instantOfSerial, serialOfInstant } from "../model/serialTime.ts";
import { formatMoment, parseMoment } from "../model/javaDate.ts";
import { checkTime, type Execution } from "../realm/execution.ts";
import { Fault, implement, ServiceException, ServiceObject, type EnumMember } from "../service.ts";

type Blob = { bytes: number[]; contentType: string | null; name: string | null };

function bytesOf(data: string | readonly number[]): number[] {
  return typeof data === "string" ? [...Buffer.from(data, "utf8")].map(signed) : [...data];
}

/** Apps Script's bytes go from -128 to 127. */
function signed(byte: number): number {
  return byte > 127 ? byte - 256 : byte;
}

function base64(data: string | readonly number[], kind: "base64" | "base64url"): string {
  const encoded = Buffer.from(bytesOf(data)).toString(kind);
  return kind === "base64" ? encoded : encoded.padEnd(Math.ceil(encoded.length / 4) * 4, "=");
}

function decoded(text: string): number[] {
  return [...Buffer.from(text, "base64")].map(signed);
}

function checkZone(timeZone: string): void {
  try {
    new Intl.DateTimeFormat("en-US", { timeZone });
  } catch {
    // Google takes GMT for a zone that it does not know, and says nothing.
    throw new Fault(`${timeZone} is no time zone.`);
  }
}

const DIGESTS: Readonly<Record<string, string>> = {
  MD5: "md5",
  SHA_1: "sha1",
  SHA_256: "sha256",
  SHA_384: "sha384",
  SHA_512: "sha512",
};

implement<Execution>("Utilities.Utilities", {
  formatDate: (_, date: Date, timeZone: string, format: string) => {
    checkZone(timeZone);
    if (!Number.isFinite(date.getTime())) throw new ServiceException("Invalid argument: date");
    return formatMoment(serialOfInstant(date.getTime(), timeZone), format);
  },
  parseDate: (_, text: string, timeZone: string, format: string) => {
    checkZone(timeZone);
    const moment = parseMoment(text, format);
    const serial = moment && serialOfDay(moment.year, moment.month, moment.day, moment.seconds);
    if (serial === undefined)
      throw new ServiceException(
        `Invalid argument: date. Should be of type: Date format ${format}`,
      );
    return new Date(instantOfSerial(serial, timeZone));
  },
  sleep: (execution, milliseconds: number) => {
    if (milliseconds > 300_000)
      throw new ServiceException("The maximum sleep time is 300000 milliseconds.");
    execution.now += milliseconds;
    checkTime(execution);
  },
  getUuid: () => randomUUID(),
  newBlob: (
    _,
    data: string | number[],
    contentType: string | null = null,
    name: string | null = null,
  ) => new ServiceObject("Base.Blob", { bytes: bytesOf(data), contentType, name }),
  base64Encode: (_, data: string | number[]) => base64(data, "base64"),
  base64EncodeWebSafe: (_, data: string | number[]) => base64(data, "base64url"),
  base64Decode: (_, text: string) => decoded(text),
  base64DecodeWebSafe: (_, text: string) => decoded(text),
  computeDigest: (_, algorithm: EnumMember, value: string | number[]) => {
    const name = DIGESTS[algorithm.name];
    if (name === undefined) throw new Fault(`The digest ${algorithm.name} is not emulated.`);
    return [
      ...createHash(name)
        .update(Buffer.from(bytesOf(value)))
        .digest(),
    ].map(signed);
  },
  formatString: (_, template: string, ...values: unknown[]) => formatString(template, values),
});

/** Replaces %s, %d and %.nf in order; other conversions are refused. */
export function formatString(template: string, values: readonly unknown[]): string {
  let next = 0;
  return template.replace(
    /%(?:\.(\d+))?([a-zA-Z%])/g,
    (_, digits: string | undefined, kind: string) => {
      if (kind === "%") return "%";
      const value = values[next];
      next += 1;
      if (kind === "s") return String(value);
      if (kind === "d") return String(Math.trunc(Number(value)));
      if (kind === "f") return Number(value).toFixed(Number(digits ?? 6));
      throw new Fault(`The conversion %${kind} is not emulated.`);
    },
  );
}

implement<Blob>("Base.Blob", {
  getBytes: ({ bytes }) => [...bytes],
  getDataAsString: ({ bytes }) => Buffer.from(bytes).toString("utf8"),
  getContentType: ({ contentType }) => contentType,
  getName: ({ name }) => name,
  setName: (blob, name: string) => {
    blob.name = name;
  },
  setContentType: (blob, contentType: string | null) => {
    blob.contentType = contentType;
  },
  isGoogleType: () => false,
});
