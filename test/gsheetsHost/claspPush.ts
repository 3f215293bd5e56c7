import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, realpathSync } from "node:fs";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { PushedFile } from "./project.ts";

/** What the real clasp sent for a folder, and what it said. */
export type ClaspPush = {
  /** The files of the pushed body, in its order. */
  readonly files: readonly PushedFile[];
  /** The exact text of the pushed body. */
  readonly body: string;
  /** The requests made, as `PUT /v1/projects/…/content`. */
  readonly requests: readonly string[];
  readonly output: string;
};

const SCRIPT_ID = "made-up-script-id-for-a-push-on-loopback-00000000000000000";
const TOKEN = "made-up-access-token";

/**
 * Runs the real `clasp push` on a copy of a folder, against a stand-in for Google on this machine.
 * The copy keeps the settings of its project file, with a made-up id of the script; account and token are made up,
 * and the process can open no connection but the one to the stand-in.
 */
export async function claspPush(folder: string): Promise<ClaspPush> {
  const work = await mkdtemp(join(tmpdir(), "clasp-push-"));
  const requests: { readonly line: string; readonly body: string }[] = [];
  const server = standIn(requests);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    const { port } = server.address() as AddressInfo;
    const project = await prepareProject(folder, work);
    const output = await runClasp(project, work, port);
    const put = requests.find(({ line }) => line.startsWith("PUT "));
    if (put === undefined) throw new Error(`clasp pushed nothing:\n${output}`);
    const { files } = JSON.parse(put.body) as { files: readonly PushedFile[] };
    return { files, body: put.body, requests: requests.map(({ line }) => line), output };
  } finally {
    server.close();
    await rm(work, { recursive: true, force: true });
  }
}

async function prepareProject(folder: string, work: string): Promise<string> {
  const project = join(work, "project");
  await cp(folder, project, { recursive: true });
  const settingsFile = join(project, ".clasp.json");
  const own = existsSync(settingsFile)
    ? (JSON.parse(await readFile(settingsFile, "utf8")) as object)
    : {};
  await writeFile(settingsFile, JSON.stringify({ rootDir: ".", ...own, scriptId: SCRIPT_ID }));
  const account = {
    type: "authorized_user",
    client_id: "made-up-client",
    client_secret: "made-up-secret",
    refresh_token: "made-up-refresh-token",
    access_token: TOKEN,
    // Far enough ahead that nothing asks for a new token.
    expiry_date: Date.now() + 365 * 86_400_000,
  };
  await writeFile(join(work, ".clasprc.json"), JSON.stringify({ tokens: { default: account } }));
  await writeFile(join(work, "preload.mjs"), PRELOAD);
  return project;
}

/** Run inside of clasp before it starts: its requests go to the stand-in, and every other connection is refused. */
const PRELOAD = `
import net from "node:net";
const { default: { google } } = await import(process.env.STAND_IN_GOOGLEAPIS);
const port = Number(process.env.STAND_IN_PORT);
const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...args) {
  const options = Array.isArray(args[0]) ? args[0][0] : args[0];
  if (Number(options.port) !== port || options.host !== "127.0.0.1") {
    throw new Error("A connection to " + options.host + ":" + options.port + " was refused.");
  }
  return connect.apply(this, args);
};
google.options({
  fetchImplementation: (input, init) => {
    const url = new URL(typeof input === "string" ? input : (input.url ?? input));
    return fetch("http://127.0.0.1:" + port + url.pathname + url.search, init);
  },
});
`;

async function runClasp(project: string, work: string, port: number): Promise<string> {
  const command = realpathSync(
    fileURLToPath(new URL("../../node_modules/.bin/clasp", import.meta.url)),
  );
  const preload = pathToFileURL(join(work, "preload.mjs")).href;
  const child = spawn(process.execPath, ["--import", preload, command, "push", "--force"], {
    cwd: project,
    env: {
      PATH: process.env["PATH"],
      HOME: work,
      NO_COLOR: "1",
      STAND_IN_PORT: String(port),
      STAND_IN_GOOGLEAPIS: pathToFileURL(createRequire(command).resolve("googleapis")).href,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (text: Buffer) => {
    output += text.toString();
  });
  child.stderr.on("data", (text: Buffer) => {
    output += text.toString();
  });
  const [code] = (await once(child, "close")) as [number | null];
  if (code !== 0) throw new Error(`clasp push ended with ${String(code)}:\n${output}`);
  return output;
}

/** Answers what the Apps Script API answers for an empty project, and refuses everything else. */
function standIn(requests: { readonly line: string; readonly body: string }[]): Server {
  return createServer((request, response) => {
    void answer(request, response).then((line) => requests.push(line));
  });
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
): Promise<{ line: string; body: string }> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const body = Buffer.concat(pieces).toString();
  const method = request.method ?? "";
  const known = request.url?.split("?")[0] === `/v1/projects/${SCRIPT_ID}/content`;
  const allowed = request.headers.authorization === `Bearer ${TOKEN}`;
  const status = known && allowed && (method === "GET" || method === "PUT") ? 200 : 404;
  response.writeHead(status, { "content-type": "application/json" });
  response.end(method === "PUT" ? body : JSON.stringify({ scriptId: SCRIPT_ID, files: [] }));
  return { line: `${method} ${request.url ?? ""}`, body };
}
