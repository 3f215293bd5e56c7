/** Where the page of "Excel" is: a host of the same name as the add-in's, as the client demands. */
export const HOST_ORIGIN = "https://localhost:44300";

/** Where the built files of an add-in are shown when no server has them. */
export const ADDIN_ORIGIN = "https://localhost:3000";

/** The conversation between the two pages, and the add-in's own number in it. */
export const CONVERSATION = "conversation1";
export const CONTROL_ID = "control1";

/** What Excel on the web may let a frame do. */
const SANDBOX =
  "allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads";

/**
 * The page around the add-in. It hands each message of the add-in to `answerAddin`, which the test
 * provides, and each event of the test to the add-in.
 */
export function hostPage(addinUrl: string): string {
  const { origin } = new URL(addinUrl);
  const frameName = JSON.stringify({
    xdmInfo: `${CONVERSATION}|${CONTROL_ID}|${HOST_ORIGIN}`,
    hostInfo: HOST_INFO,
    serializerVersion: 1,
  });
  return `<!doctype html>
<html lang="en">
<title>A host for tests</title>
<style>html, body, iframe { margin: 0; border: 0; width: 100%; height: 100%; }</style>
<body>
<script>
  const origin = ${JSON.stringify(origin)};
  const frame = document.createElement("iframe");
  frame.name = ${JSON.stringify(frameName)};
  frame.setAttribute("sandbox", ${JSON.stringify(SANDBOX)});
  window.sendToAddin = (text) => frame.contentWindow.postMessage(text, origin);
  window.addEventListener("message", async ({ data, source }) => {
    if (source !== frame.contentWindow || typeof data !== "string") return;
    const answer = await window.answerAddin(data);
    if (answer !== null) window.sendToAddin(answer);
  });
  frame.src = ${JSON.stringify(withHostInfo(addinUrl))};
  document.body.append(frame);
</script>`;
}

/** Kind of host, platform, version, language; the add-in is told not to report to anybody. */
const HOST_INFO = "Excel$Web$16.01$en-US$telemetry$$disableLogging$3";

function withHostInfo(url: string): string {
  const address = new URL(url);
  const query = address.search === "" ? "?" : `${address.search}&`;
  return `${address.origin}${address.pathname}${query}_host_Info=${HOST_INFO}${address.hash}`;
}
