import { settingsSheet } from "./choices/settingChoices.ts";
import { zoneFault } from "./choices/zoneFault.ts";
import { counted } from "./format.ts";
import type { PaneHost } from "./paneHost.ts";
import { filesToMerge, readFiles, type FileSettings } from "./run/readFiles.ts";
import { sheetsOfFiles, sheetsOfMerge, type FileSheets } from "./run/sheetsOfFiles.ts";
import { sentenceOf } from "./sentenceOf.ts";
import type { Actions, FileActions, Stage } from "./state.ts";
import type { Store } from "./store.ts";

type Desk = {
  readonly store: Store;
  readonly host: PaneHost;
  readonly stage: Stage;
  readonly addSheets: Actions["addSheets"];
};

/** What the user can do with files. Several ledgers wait until the user has said to merge them. */
export function fileActionsOf(desk: Desk): FileActions {
  const { store, stage } = desk;
  const { state, change } = store;
  return {
    openFiles: (picked) => {
      void openFiles(desk, picked);
    },
    sayOfFile: (name, said) => {
      const { files } = state();
      if (files === undefined) return;
      const ledgers = files.ledgers.map((one) => (one.name === name ? { ...one, ...said } : one));
      change({ files: { ...files, ledgers } }, "quietly");
    },
    mergeFiles: () => {
      mergeFiles(desk);
    },
    leaveFiles: () => {
      change({ files: undefined, notice: undefined });
      stage.say("Cancelled. The workbook is as it was.");
      stage.focus("csv");
    },
  };
}

async function openFiles(
  { store, host, stage, addSheets }: Desk,
  picked: readonly File[],
): Promise<void> {
  const { change } = store;
  const words = `Reading ${picked.length === 1 ? (picked[0]?.name ?? "") : counted(picked.length, "file")}…`;
  change({ busy: words, notice: undefined, done: undefined });
  stage.say(words);
  try {
    const read = readFiles(await Promise.all(picked.map(withBytes)));
    const files = filesToMerge(read, settingsOf(store));
    if (files === undefined) {
      addSheets(words, () => written(host, sheetsOfFiles(read)));
      return;
    }
    change({ busy: undefined, files });
    stage.focus("page-heading");
  } catch (error) {
    change({ busy: undefined, notice: sentenceOf(error) });
  }
}

const withBytes = async (file: File): Promise<{ name: string; bytes: Uint8Array }> => ({
  name: file.name,
  bytes: new Uint8Array(await file.arrayBuffer()),
});

/** Merges, unless a zone is wrong: its field, which says so, then takes the focus. */
function mergeFiles({ store, host, stage, addSheets }: Desk): void {
  const { files } = store.state();
  if (files === undefined) return;
  const zones = host.zones();
  const wrong = files.ledgers.findIndex(({ zone }) => zoneFault(zone, zones) !== undefined);
  if (wrong >= 0) {
    stage.focus(`file-zone-${wrong.toString()}`);
    return;
  }
  addSheets(`Merging ${counted(files.ledgers.length, "file")}…`, async () => {
    await painted();
    const made = sheetsOfMerge(files, settingsOf(store), zones);
    try {
      return await written(host, made, () => {
        store.change({ files: undefined });
      });
    } finally {
      stage.focus("page-heading");
    }
  });
}

function settingsOf(store: Store): FileSettings {
  const { choices, sources } = store.state();
  const sheet = settingsSheet(choices, sources.kind === "ready" ? sources.list : []);
  return { options: sheet?.sample, set: Object.entries(choices.set) };
}

/** Merging takes the page's whole attention; it shows first what it waits for. */
const painted = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, 20);
  });

/** Adds sheets to the workbook, and tells of the first. */
async function written(
  host: PaneHost,
  { sheets, sentence }: FileSheets,
  onFirst?: () => void,
): Promise<string | undefined> {
  for (const [index, { name, rows }] of sheets.entries()) {
    await host.addSheet(name, rows);
    if (index === 0) onFirst?.();
  }
  return sentence;
}
