// A cell that a spreadsheet would run as a formula (CWE-1236) gets an apostrophe in front; numbers do not, with or without
// what they are in: behind digits and letters there is nothing to run.
const FORMULA = /^[=+\-@\t\r]/
const NUMBER = /^(-?[\d.,]+|[+-]?[\d.,]+ ?(%|\p{L}+))$/u
const NEEDS_QUOTES = /[",\r\n]/

function cell(text: string): string {
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** RFC 4180 with a byte-order mark, so that spreadsheets read Chinese. */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

/** Hands a text to the person as a file. Nothing leaves the page otherwise. */
export function saveText(name: string, text: string, type = 'text/csv;charset=utf-8'): void {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
