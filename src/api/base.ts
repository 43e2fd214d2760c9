let base = '/api/v1'

/** Where the API stands, without a slash at its end. One per page, set when the feeds start. */
export function apiBase(): string {
  return base
}

export function setApiBase(url: string): void {
  base = url.replace(/\/+$/, '')
}
