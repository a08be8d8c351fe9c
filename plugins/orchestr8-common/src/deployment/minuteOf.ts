/** An ISO time in UTC as people read it, to the minute: `2026-01-01 10:00 UTC`. */
export function minuteOf(at: string): string {
  return `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
}
