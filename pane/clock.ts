/** `2026-11-20`, by the user's clock. */
export const dateText = (now: Date): string =>
  `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;

/** `2026-11-20 14:05`, by the user's clock. */
export const clockText = (now: Date): string =>
  `${dateText(now)} ${two(now.getHours())}:${two(now.getMinutes())}`;

const two = (part: number): string => String(part).padStart(2, "0");
