/** Days of the first year and month up to the last, each so many months apart: `2024-01-15` … */
export function everyMonths(from: string, to: string, months: number): string[] {
  const [first, dayOfMonth] = [monthNumber(from), from.slice(8)];
  const count = Math.floor((monthNumber(to) - first) / months) + 1;
  return Array.from({ length: count }, (_, index) => {
    const month = first + index * months;
    const two = ((month % 12) + 1).toString().padStart(2, "0");
    return `${Math.floor(month / 12)}-${two}-${dayOfMonth}`;
  });
}

function monthNumber(text: string): number {
  return Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1;
}
