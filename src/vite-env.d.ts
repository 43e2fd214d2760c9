/// <reference types="vite/client" />

/** The product's version, from package.json at build time. */
declare const __VERSION__: string

interface ImportMetaEnv {
  /** Base of the REST API; `/api/v1` unless set. */
  readonly VITE_API_BASE?: string
  /** '1' keeps the simulated world in a build. */
  readonly VITE_DEMO?: string
}
