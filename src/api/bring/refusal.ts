/** Why a file cannot be used; words for people are in the surfaces. */
export type BringCause =
  | 'too-large'
  | 'bomb'
  | 'damaged'
  | 'no-table'
  | 'too-many-columns'
  | 'too-many-rows'
  | 'empty'
  | 'unknown-kind'

/** Thrown inside this folder and caught at its door (`open-file.ts`): a file is read in many places, and refused in one. */
export class FileRefused extends Error {
  constructor(
    readonly reason: BringCause,
    readonly detail: string | null = null,
  ) {
    super(reason)
  }
}
