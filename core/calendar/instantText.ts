import { dayText, type Day } from "./day.ts";
import type { Instant } from "./timeZone.ts";

const DAY = 86_400_000;

/** A moment as `2026-11-20T15:04:05Z`, with thousandths of a second where it has any. */
export function instantText(at: Instant): string {
  const day = Math.floor(at / DAY);
  const time = at - day * DAY;
  const parts = [time / 3_600_000, (time / 60_000) % 60, (time / 1000) % 60];
  const clock = parts.map((part) => pad(Math.floor(part), 2)).join(":");
  const rest = time % 1000;
  return `${dayText(day as Day)}T${clock}${rest === 0 ? "" : `.${pad(rest, 3)}`}Z`;
}

const pad = (value: number, length: number): string => String(value).padStart(length, "0");
