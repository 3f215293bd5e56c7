/** The serial number of 2000-01-01 where serial dates begin in 1904. */
const SINCE_1904 = 35064;

/** The year in which the workbook's serial dates begin: a date worked out by Excel tells. */
export async function dateSystemOf(context: Excel.RequestContext): Promise<1900 | 1904> {
  const date = context.workbook.functions.date(2000, 1, 1);
  date.load("value");
  await context.sync();
  return date.value === SINCE_1904 ? 1904 : 1900;
}
