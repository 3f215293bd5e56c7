import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { dayOfText, serialOfDay, type CellValue } from "../../core/index.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** The table of a tab as the report command prints it with --json; days as the grid has them. */
export async function commandTable(workbook: Uint8Array, tab: string): Promise<CellValue[][]> {
  const folder = mkdtempSync(join(tmpdir(), "tlh-command-"));
  try {
    const file = join(folder, "book.xlsx");
    writeFileSync(file, workbook);
    const command = ["--import", "tsx", "cli/report.ts", file, "--json"];
    const { stdout } = await promisify(execFile)(process.execPath, command, {
      cwd: ROOT,
      maxBuffer: 1e8,
    });
    const { tabs } = JSON.parse(stdout) as { tabs: Record<string, CellValue[][]> };
    return tabs[tab]!.map((row) =>
      row.map((cell) => {
        const day = typeof cell === "string" ? dayOfText(cell) : undefined;
        return day === undefined ? cell : serialOfDay(day);
      }),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The first cell in which the second table differs from the first, in words. */
export function difference(
  one: readonly (readonly CellValue[])[],
  other: readonly (readonly CellValue[])[],
): string | undefined {
  for (const [row, cells] of one.entries()) {
    for (const [column, cell] of cells.entries()) {
      const opposite = other[row]?.[column] ?? null;
      if (cell !== opposite) {
        return `row ${row}, column ${column}: ${JSON.stringify(cell)} is not ${JSON.stringify(opposite)}`;
      }
    }
  }
  return undefined;
}
