import type { EpochMs } from '../src/domain/time'

/** What a transport can do to an answer. The world behind it stays as it is. */
export type Fault =
  | { readonly kind: 'status'; readonly status: number; readonly retryAfterS?: number }
  /** The connection fails. */
  | { readonly kind: 'refused' }
  /** The connection stands, nothing comes. */
  | { readonly kind: 'hang' }
  | { readonly kind: 'delay'; readonly ms: number }
  /** The source gives the answer of an earlier time. */
  | { readonly kind: 'frozen'; readonly at: EpochMs }
  /** The source's clock is fast. */
  | { readonly kind: 'ahead'; readonly byMs: number }
  | { readonly kind: 'login-page' }
  | { readonly kind: 'gbk' }
  | { readonly kind: 'cut' }
  | { readonly kind: 'content-type' }
  | { readonly kind: 'schema-version' }
  | { readonly kind: 'no-crs' }
  | { readonly kind: 'not-an-envelope' }
  | { readonly kind: 'infinity' }
  | { readonly kind: 'bad-records'; readonly share: number }
