import { expect, test } from "vitest";
import {
  DAMAGED_FILE,
  ENCRYPTED,
  ENCRYPTED_ARCHIVE,
  isRefusal,
  NOT_A_WORKBOOK,
  OLD_EXCEL,
  OPEN_DOCUMENT,
  TOO_LARGE,
} from "../../../workbook/refusals.ts";
import { readWorkbook } from "../../../workbook/read/readWorkbook.ts";
import { openContainer } from "../../../workbook/read/openContainer.ts";
import { archiveOf, bytesOf } from "../zip/archive.ts";
import { bookBytes } from "./book.ts";

/** The container of old Office files with these streams in its directory. */
function compoundFile(...streams: readonly string[]): Uint8Array {
  const bytes = Buffer.alloc(512 + 512 + 128 * streams.length);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  streams.forEach((name, k) => {
    const at = 1024 + 128 * k;
    bytes.write(name, at, "utf16le");
    bytes.writeUInt16LE(2 * (name.length + 1), at + 64);
  });
  return new Uint8Array(bytes);
}

test("an encrypted workbook is told from an old one by what its container holds", () => {
  expect(readWorkbook(compoundFile("Root Entry", "EncryptionInfo", "EncryptedPackage"))).toEqual(
    ENCRYPTED,
  );
  expect(readWorkbook(compoundFile("Root Entry", "Workbook"))).toEqual(OLD_EXCEL);
  expect(readWorkbook(compoundFile("Root Entry", "Book"))).toEqual(OLD_EXCEL);
});

test("another old document, or a container cut short, is no workbook", () => {
  expect(readWorkbook(compoundFile("Root Entry", "WordDocument"))).toEqual(NOT_A_WORKBOOK);
  expect(readWorkbook(compoundFile("Workbook").slice(0, 600))).toEqual(NOT_A_WORKBOOK);
});

test("an OpenDocument spreadsheet is refused as such, another OpenDocument file as no workbook", () => {
  const open = (kind: string) =>
    readWorkbook(
      archiveOf([
        { name: "mimetype", data: `application/vnd.oasis.opendocument.${kind}`, stored: true },
        { name: "content.xml", data: "<x/>" },
      ]),
    );
  expect(open("spreadsheet")).toEqual(OPEN_DOCUMENT);
  expect(open("spreadsheet-template")).toEqual(OPEN_DOCUMENT);
  expect(open("text")).toEqual(NOT_A_WORKBOOK);
});

test.each([
  ["a web page", "<html><table><tr><td>1</td></tr></table></html>"],
  ["comma-separated text", "Date,Type,Asset\r\n2026-01-01,Buy,BTC\r\n"],
  [
    "XML of Excel 2003",
    `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>`,
  ],
  ["nothing", ""],
])("%s named .xlsx is no workbook", (_, text) => {
  expect(readWorkbook(bytesOf(text))).toEqual(NOT_A_WORKBOOK);
});

test("an archive of something else is no workbook", () => {
  expect(readWorkbook(archiveOf([{ name: "photo.jpg", data: "x" }]))).toEqual(NOT_A_WORKBOOK);
});

test("encrypted, cut and exploding archives are refused", () => {
  expect(readWorkbook(archiveOf([{ name: "a", data: "a", flags: 1 }]))).toEqual(ENCRYPTED_ARCHIVE);
  expect(readWorkbook(bookBytes().slice(0, -1))).toEqual(DAMAGED_FILE);
  expect(
    readWorkbook(archiveOf([{ name: "xl/workbook.xml", data: new Uint8Array(11_000_000) }])),
  ).toEqual(TOO_LARGE);
});

test("a workbook's archive opens", () => {
  expect(isRefusal(openContainer(bookBytes()))).toBe(false);
});
