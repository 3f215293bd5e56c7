import { expect, test } from "vitest";
import { nodeClient } from "../../excelHost/nodeClient.ts";
import { CHOICES, paneOnHost, quietRun, sampleWorkbook } from "../paneOnHost.ts";

test("nothing that the pane calls needs more of Excel than the manifest asks for", async () => {
  const client = nodeClient(sampleWorkbook());
  const host = paneOnHost(client);
  await host.sources();
  await host.insertTemplate();
  await host.generate(CHOICES, quietRun());
  await host.generate(CHOICES, quietRun());
  await host.selectRow({ source: "sheet:Transactions", row: 3 });
  await host.showTab("Summary by FIFO");
  const { highest, byMember } = client.auditRequirementSets();
  const beyond = [...byMember].filter(([, version]) => Number(version.split(".")[1]) > 12);
  expect(beyond).toEqual([]);
  expect(byMember.size).toBeGreaterThan(10);
  expect(highest).toBe("1.12");
});
