import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fileServer } from "../../../excel-addin/build/fileServer.ts";

const root = mkdtempSync(join(tmpdir(), "tlh-serve-"));
const server = createServer(fileServer(join(root, "public")));

beforeAll(async () => {
  mkdirSync(join(root, "public", "icons"), { recursive: true });
  writeFileSync(join(root, "public", "functions.json"), "{}");
  writeFileSync(join(root, "public", "icons", "a b.png"), "png");
  writeFileSync(join(root, "secret.txt"), "secret");
  await new Promise<void>((ready) => {
    server.listen(0, "localhost", ready);
  });
});
afterAll(() => {
  server.close();
  rmSync(root, { recursive: true });
});

type Answer = {
  readonly status: number | undefined;
  readonly body: string;
  readonly type: unknown;
};

/** Asks for a path exactly as written; fetch would tidy it up first. */
const ask = (path: string, method = "GET"): Promise<Answer & { readonly headers: object }> =>
  new Promise((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    request({ host: "localhost", port, path, method }, (response) => {
      let body = "";
      response.on("data", (part: Buffer) => (body += part.toString()));
      response.on("end", () => {
        const { statusCode: status, headers } = response;
        resolve({ status, body, type: headers["content-type"], headers });
      });
    })
      .on("error", reject)
      .end();
  });

test("files come with their type, and pages of other sites may read them", async () => {
  const { headers, ...answer } = await ask("/functions.json?v=1");
  expect(answer).toEqual({ status: 200, body: "{}", type: "application/json; charset=utf-8" });
  expect(headers).toMatchObject({
    "access-control-allow-origin": "*",
    "cache-control": "no-cache",
  });
  expect(await ask("/icons/a%20b.png")).toMatchObject({ body: "png", type: "image/png" });
});

test("HEAD gives the length without the file", async () => {
  const { body, headers } = await ask("/functions.json", "HEAD");
  expect([body, headers]).toEqual(["", expect.objectContaining({ "content-length": "2" })]);
});

describe("nothing outside of the folder is given away", () => {
  test.each([
    "/../secret.txt",
    "/..%2fsecret.txt",
    "/..%5csecret.txt",
    "/icons/../../secret.txt",
    "//../secret.txt",
    "/secret.txt",
    "/icons",
    "/",
    "/%",
    "/%00",
  ])("%s", async (path) => {
    expect(await ask(path)).toMatchObject({ status: 404, body: "There is no such file.\n" });
  });
});

test("nothing can be sent to it", async () => {
  expect(await ask("/functions.json", "POST")).toMatchObject({ status: 405, body: "" });
});
