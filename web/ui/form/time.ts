/** A time as the server wants it: '9.30' and '930' become '09:30'; what is no time stays as it was typed. */
export function readTime(typed: string): string {
  const parts = /^(\d{1,2})[:.]?(\d{2})$/.exec(typed.trim());
  return parts ? `${parts[1]?.padStart(2, '0')}:${parts[2]}` : typed.trim();
}
