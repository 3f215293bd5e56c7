import { createServer } from "node:https";
import { fileURLToPath } from "node:url";
import { getHttpsServerOptions } from "office-addin-dev-certs";
import { fileServer } from "./fileServer.ts";
import { DEVELOPMENT_URL } from "./manifestFor.ts";

/**
 * Serves `dist/excel` on this machine alone, at the address that `manifest.xml` names. The first
 * time it makes a certificate for localhost and asks for leave to trust it; Excel takes no other.
 */
const folder = fileURLToPath(new URL("../../dist/excel", import.meta.url));
const { port } = new URL(DEVELOPMENT_URL);

const server = createServer(await getHttpsServerOptions(), fileServer(folder));
server.on("error", (error) => {
  console.error(`The add-in cannot be served at ${DEVELOPMENT_URL}: ${error.message}`);
  process.exitCode = 2;
});
server.listen(Number(port), "localhost", () => {
  console.log(`Excel's add-in is at ${DEVELOPMENT_URL}/; stop it with Ctrl+C.`);
  console.log(`Sideload ${folder}/manifest.xml as docs/EXCEL.md says.`);
});
