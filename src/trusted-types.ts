/**
 * The page's only Trusted Types policy, for what the libraries hand over as strings. Imported before everything else.
 *
 * Scripts and workers: of this origin, nothing else (MapLibre and Vite give `Worker` a string). HTML: becomes the
 * text that it is. Code from strings: none, the content security policy has no `unsafe-eval` either.
 */
interface PolicyRules {
  readonly createScriptURL: (url: string) => string
  readonly createHTML: (html: string) => string
}
interface PolicyFactory {
  readonly createPolicy: (name: string, rules: PolicyRules) => unknown
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export const RULES: PolicyRules = {
  createScriptURL: (url) => {
    if (new URL(url, document.baseURI).origin === location.origin) return url
    throw new TypeError(`a script from elsewhere: ${url}`)
  },
  createHTML: (html) => html.replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? ''),
}

// Browsers without Trusted Types do without: there the content security policy stands alone.
const { trustedTypes } = globalThis as unknown as { trustedTypes?: PolicyFactory }
trustedTypes?.createPolicy('default', RULES)
