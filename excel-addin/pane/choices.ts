import type { LastRun, PaneChoices } from "../../pane/index.ts";

/** Under these names choices and the last answer are kept in the workbook. */
const CHOICES = "tlh.choices";
const LAST_RUN = "tlh.lastRun";

/** A setting holds at most this much text; an answer beyond it is not kept. */
const MOST_TEXT = 1_000_000;

/** The user's choices as an earlier session left them. */
export const loadChoices = (context: Excel.RequestContext): Promise<PaneChoices | undefined> =>
  load<PaneChoices>(context, CHOICES);

/** The last answer of this workbook. */
export const loadLastRun = (context: Excel.RequestContext): Promise<LastRun | undefined> =>
  load<LastRun>(context, LAST_RUN);

/** Keeps the choices in the workbook. */
export async function saveChoices(
  context: Excel.RequestContext,
  choices: PaneChoices,
): Promise<void> {
  context.workbook.settings.add(CHOICES, JSON.stringify(choices));
  await context.sync();
}

/** Keeps the last answer in the workbook. */
export async function saveLastRun(context: Excel.RequestContext, run: LastRun): Promise<void> {
  const text = JSON.stringify(run);
  if (text.length > MOST_TEXT) return;
  context.workbook.settings.add(LAST_RUN, text);
  await context.sync();
}

async function load<T>(context: Excel.RequestContext, name: string): Promise<T | undefined> {
  const setting = context.workbook.settings.getItemOrNullObject(name);
  setting.load("value");
  await context.sync();
  if (setting.isNullObject) return undefined;
  try {
    return JSON.parse(setting.value as string) as T;
  } catch {
    // Something else wrote it: the same as nothing kept.
    return undefined;
  }
}
